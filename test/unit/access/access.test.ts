import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JournalAccess } from '../../../electron/access/accessBook';
import { accessOf } from '../../../shared/centre/access';
import { permit } from '../../../shared/centre/permit';
import { decide } from '../../../shared/exam/decide';
import { emptyState } from '../../../shared/exam/state';
import type { Entry } from '../../../shared/journal/entry';
import type { EntryId } from '../../../shared/kernel/ids';
import { personId } from '../../../shared/kernel/ids';
import { instant } from '../../../shared/kernel/instant';
import type { Role } from '../../../shared/kernel/role';
import type { Draft } from '../../../shared/kernel/statement';
import { Writer } from '../../support/devices';
import { deviceNamed, grantedTo, Headquarters, published, terms } from '../../support/grants';

const head = personId.of('P-1');
const by = { person: head, role: 'centreHead', unlocked: 'pin' } as const;
const desk = new Writer('desk', 'AAAAAAAAAAA', null, 'session');
const writer = { next: (text: string, change: Partial<Draft>) => desk.next(text, change, by) };

function grant(roles: readonly Role[], pin: string, supersedes: EntryId[] = []) {
  const data = { roles: [...roles], pinHash: `$argon2id$${pin}` };
  return writer.next('', { channel: 'session', kind: 'access.granted', about: { person: head }, data, supersedes })
    .entry;
}

describe('what people were granted', () => {
  const first = grant(['centreHead', 'invigilator'], 'first');
  const second = grant(['centreHead'], 'second', [first.id]);
  const contesting = grant(['invigilator', 'examSecretariat'], 'third', [first.id]);
  const undo = writer.next('', {
    kind: 'entry.withdrawn',
    about: { entry: second.id },
    data: { reason: 'erreur' },
  }).entry;

  test('a later grant that names the one before replaces it', () => {
    expect(accessOf([first]).get(head)).toEqual({ roles: ['centreHead', 'invigilator'], pinHash: '$argon2id$first' });
    expect(accessOf([first, second]).get(head)?.roles).toEqual(['centreHead']);
  });

  test('an undo gives back the grant before', () => {
    expect(accessOf([first, second, undo]).get(head)?.pinHash).toBe('$argon2id$first');
  });

  test('of two grants that contest each other only the roles in both hold', () => {
    const wide = grant(['centreHead', 'invigilator'], 'fourth', [first.id]);
    expect(accessOf([first, second, wide]).get(head)?.roles).toEqual(['centreHead']);
    expect(accessOf([first, second, contesting]).get(head)?.roles).toEqual([]);
  });

  test('a code opens no desk of headquarters’, nor that of the first run, whoever granted it', () => {
    const wide = grant(['headquarters', 'setup', 'centreHead'], 'first');
    expect(accessOf([wide]).get(head)?.roles).toEqual(['centreHead']);
    for (const role of ['headquarters', 'setup'] as const) {
      const data = { roles: [role], pinHash: '$argon2id$' };
      const asked = decide([{ kind: 'access.granted', about: { person: head }, data }], emptyState, by, instant.of(0));
      expect(asked).toMatchObject({ ok: false, error: { because: { kind: 'not-entitled', role } } });
    }
  });

  test('the order in which entries arrive does not matter', () => {
    const expected = accessOf([first, second, contesting, undo]);
    fc.assert(
      fc.property(fc.shuffledSubarray([first, second, contesting, undo], { minLength: 4 }), (order) => {
        expect(accessOf([...order, ...order])).toEqual(expected);
      }),
      { seed: 7 },
    );
  });

  test('a withdrawal takes all away until a new grant or an undo, and wins over what contests it', () => {
    const withdrawal = writer.next('', {
      channel: 'session',
      kind: 'access.withdrawn',
      about: { person: head },
      data: { reason: 'départ' },
      supersedes: [first.id],
    }).entry;
    expect(accessOf([first, withdrawal]).has(head)).toBe(false);
    expect(accessOf([first, withdrawal, grant(['invigilator'], 'new', [withdrawal.id])]).get(head)?.roles).toEqual([
      'invigilator',
    ]);
    const takenBack = writer.next('', {
      kind: 'entry.withdrawn',
      about: { entry: withdrawal.id },
      data: { reason: 'erreur' },
    }).entry;
    expect(accessOf([first, withdrawal, takenBack]).get(head)?.pinHash).toBe('$argon2id$first');
    expect(accessOf([first, second, withdrawal]).has(head)).toBe(false);
  });

  test('a grant that is not well formed grants nothing', () => {
    const broken = writer.next('', { kind: 'access.granted', about: { person: head }, data: { roles: 'all' } }).entry;
    expect(accessOf([broken]).size).toBe(0);
  });
});

test('a room’s laptop that speaks as the head neither gives a code nor takes the head’s away', () => {
  const hq = new Headquarters();
  const laptop = new Writer('laptop', 'AAAAAAAAAAA', null, 'session');
  const given = hq.gives(deviceNamed('laptop'), terms([], { roles: ['invigilator'], writes: ['access.*'], begun: [] }));
  const first = grant(['centreHead'], 'first');
  const wide = { channel: 'session', kind: 'access.granted', about: { person: 'P-9' } } as const;
  const forged = [
    laptop.next('', { ...wide, data: { roles: ['centreHead'], pinHash: '$argon2id$' } }, by),
    laptop.next('', { ...wide, kind: 'access.withdrawn', about: { person: head }, data: { reason: 'x' } }, by),
  ];
  const granted = grantedTo('desk', []);
  const book = new JournalAccess(accessOf, (entry) => granted.believes(entry));
  const meets = (entry: Entry) => {
    book.meet(entry);
    granted.meet(entry);
  };
  for (const entry of [first, ...forged.map((each) => each.entry)]) meets(entry);
  expect(book.of(personId.of('P-9'))?.roles).toEqual(['centreHead']);
  for (const { entry } of [published(), given]) meets(entry);
  expect(book.of(personId.of('P-9'))).toBeNull();
  expect(book.of(head)?.roles).toEqual(['centreHead']);
});

describe('what a role may write at all', () => {
  test('the first-run actor prepares and grants, and marks nobody present', () => {
    expect(permit('setup', 'access.granted')).toBe(true);
    expect(permit('setup', 'attendance.recorded')).toBe(false);
    expect(permit('invigilator', 'attendance.recorded')).toBe(true);
    expect(permit('invigilator', 'access.granted')).toBe(false);
    expect(permit('centreHead', 'constructor')).toBe(false);
    expect(permit('centreHead', 'holography.projected')).toBe(false);
  });
});
