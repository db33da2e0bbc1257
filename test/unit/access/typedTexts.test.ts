import { describe, expect, test } from 'vitest';
import { Lock } from '../../../electron/access/lock';
import { TYPED_BYTES, TypedTexts } from '../../../electron/access/typedTexts';
import { typedHandlers } from '../../../electron/bridge/handlers/typed';
import { TYPED_AT_MOST, typedMethods } from '../../../shared/bridge/typed';
import { personId } from '../../../shared/kernel/ids';

const lead = personId.of('P-1');
const other = personId.of('P-2');
const long = 'é'.repeat(TYPED_AT_MOST);

function textsOf(person = lead): TypedTexts {
  const texts = new TypedTexts();
  texts.belongTo(person);
  return texts;
}

describe('what was typed and not saved', () => {
  test('FAULT 2 is there again at its place, the latest of it, until it is saved', () => {
    const texts = textsOf();
    texts.keep(lead, 'incident', 'Une');
    texts.keep(lead, 'incident', 'Une alarme');
    expect(texts.at(lead, 'incident')).toBe('Une alarme');
    expect(texts.at(lead, 'observations')).toBe('');
    texts.keep(lead, 'incident', '');
    expect(texts.at(lead, 'incident')).toBe('');
  });

  test('is forgotten once it belongs to somebody else, and does not come back', () => {
    const texts = textsOf();
    texts.keep(lead, 'incident', 'Une alarme');
    texts.belongTo(lead);
    expect(texts.at(other, 'incident')).toBe('');
    expect(texts.at(lead, 'incident')).toBe('Une alarme');
    texts.belongTo(other);
    texts.keep(lead, 'incident', 'trop tard');
    expect(texts.at(other, 'incident')).toBe('');
    texts.belongTo(lead);
    expect(texts.at(lead, 'incident')).toBe('');
  });

  test('takes so much room and no more: the oldest goes first, what was typed again being new', () => {
    const texts = textsOf();
    const size = new TextEncoder().encode(`0${long}`).length;
    const fitting = Math.floor(TYPED_BYTES / size);
    for (let at = 0; at < fitting; at++) texts.keep(lead, String(at), long);
    expect(texts.at(lead, '0')).toBe(long);
    texts.keep(lead, '0', long);
    texts.keep(lead, 'x', long);
    expect(['0', '1', '2', 'x'].map((place) => texts.at(lead, place) !== '')).toEqual([true, false, true, true]);
  });

  test('a window can have no longer text held than a field takes', () => {
    const { input } = typedMethods.keepTyped;
    expect(input.safeParse({ person: lead, place: 'incident', text: long }).success).toBe(true);
    expect(input.safeParse({ person: lead, place: 'incident', text: `${long}!` }).success).toBe(false);
    expect(input.safeParse({ person: lead, place: '', text: 'a' }).success).toBe(false);
  });
});

describe('what a window asks of it', () => {
  function asked(people = [lead, other]) {
    const lock = new Lock({
      access: {
        empty: people.length === 0,
        of: (person) => (people.includes(person) ? { roles: ['invigilator'], pinHash: '2580' } : null),
      },
      pinMatches: async (pin, hash) => pin === hash,
      monotonic: () => 0,
    });
    return { lock, ...typedHandlers(Promise.resolve({ lock })) };
  }
  const place = 'incident';

  test('FAULT 2 whoever is unlocked finds what they typed; behind the lock it is kept, and told to nobody', async () => {
    const { lock, keepTyped, typed } = asked();
    expect(await typed({ place })).toBe('');
    await lock.unlock(lead, 'invigilator', '2580');
    await keepTyped({ person: lead, place, text: 'Une' });
    lock.lock();
    await keepTyped({ person: lead, place, text: 'Une alarme' });
    expect(await typed({ place })).toBe('');
    await lock.unlock(lead, 'invigilator', '2580');
    expect(await typed({ place })).toBe('Une alarme');
  });

  test('another who unlocks finds nothing of it, nor does the first one after them', async () => {
    const { lock, keepTyped, typed } = asked();
    expect(await typed({ place })).toBe('');
    await lock.unlock(lead, 'invigilator', '2580');
    await keepTyped({ person: lead, place, text: 'Une alarme' });
    await lock.unlock(other, 'invigilator', '2580');
    await keepTyped({ person: lead, place, text: 'trop tard' });
    expect(await typed({ place })).toBe('');
    await lock.unlock(lead, 'invigilator', '2580');
    expect(await typed({ place })).toBe('');
  });

  test('the first-run actor, who never unlocks, finds theirs too', async () => {
    const { keepTyped, typed } = asked([]);
    await keepTyped({ person: personId.of('installation'), place, text: 'Une alarme' });
    expect(await typed({ place })).toBe('Une alarme');
  });
});
