import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accessOf } from '../../../../shared/centre/access';
import { apply, writesOf } from '../../../../shared/exam/apply';
import { catalogue, isEntryKind } from '../../../../shared/exam/catalogue';
import { decide } from '../../../../shared/exam/decide';
import { mayTakeBack, ownedBy } from '../../../../shared/exam/staff/takingBack';
import { type CentreState, emptyState } from '../../../../shared/exam/state';
import { deviceOfKey, launchId, streamOf } from '../../../../shared/journal/launch';
import { type EntryId, entryId } from '../../../../shared/kernel/ids';
import { role } from '../../../../shared/kernel/role';
import { type Actor, type Channel, channel, closedChannels, type Statement } from '../../../../shared/kernel/statement';
import { at, head, invigilator, lead, number, secretary } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { aSigner } from '../../../support/devices';
import { dump } from '../../../support/dump';
import { attendance, late, lateDecided, withdraws } from '../../../support/gestures';

const pinHash = '$argon2id$made-up';
const device = deviceOfKey(aSigner('desk').publicKey);
const streamIn = (into: Channel) => streamOf(device, launchId.of('AAAAAAAAAAA'), into);

/** A day on which the office published, a room called its roll, somebody came late and the head decided. */
function aDay(): readonly Statement[] {
  const fourth = number('B12', 4);
  const day = new ExamDay().begun([fourth]).at('09:40');
  for (const { person } of [head, secretary])
    day.says(head, { kind: 'access.granted', about: { person }, data: { roles: ['centreHead'], pinHash } });
  day.says(invigilator, late(fourth, '09:40'));
  day.says(head, lateDecided(fourth, true));
  day.says(lead, attendance('present', fourth));
  return day.statements;
}

const day = aDay();
const named = (at: number): EntryId => entryId.of((at + 1).toString(16).padStart(4, 'f').repeat(16));

/** Somebody says that an entry is taken back, whether they may or not. */
function claim(target: EntryId, by: Pick<Actor, 'role'>, into: Channel, at = 0): Statement {
  const about = { entry: target };
  const data = { reason: `motif ${at}` };
  const [first] = day;
  if (!first) throw new Error('a day has statements');
  const who = { ...head, role: by.role };
  return { ...first, kind: 'entry.withdrawn', version: 1, id: named(at), about, data, by: who, stream: streamIn(into) };
}

const said = (kind: string): Statement => {
  const found = day.find((each) => each.kind === kind);
  if (!found) throw new Error(`nothing of the kind was said: ${kind}`);
  return found;
};
const told = (...more: readonly Statement[]) => apply(emptyState, [...day, ...more]);

describe('who takes an entry back', () => {
  test('is who may say it, where it was said: anybody else’s word changes nothing, on any machine', () => {
    const { id: seats } = said('seats.assigned');
    const { id: decision } = said('latecomer.decided');
    const { id: roll } = said('attendance.recorded');
    const counts = (target: EntryId, by: Pick<Actor, 'role'>, into: Channel) =>
      told(claim(target, by, into)).withdrawn.has(target);
    expect(counts(seats, secretary, 'session')).toBe(true);
    expect(counts(seats, lead, 'session')).toBe(false);
    expect(counts(decision, lead, 'rooms')).toBe(false);
    expect(counts(decision, head, 'rooms')).toBe(true);
    expect(counts(roll, invigilator, 'rooms')).toBe(true);
    expect(counts(roll, secretary, 'rooms')).toBe(false);
    expect(counts(roll, invigilator, 'session')).toBe(false);
  });

  test('what the first version took back in `rooms` of what was said in `session` stands', () => {
    const { id: seats } = said('seats.assigned');
    expect(told(claim(seats, secretary, 'rooms')).withdrawn.has(seats)).toBe(true);
    expect(told(claim(seats, lead, 'rooms')).withdrawn.has(seats)).toBe(false);
  });

  test('in a closed channel it is asked in that channel alone, and what is closed takes back nothing open', () => {
    for (const closed of closedChannels) {
      const marks = { channel: closed, by: ['invigilator'] } as const;
      const asked = channel.options.filter((into) => ownedBy(marks, { role: 'invigilator', channel: into }));
      expect(asked).toEqual([closed]);
      expect(ownedBy(marks, { role: 'centreHead', channel: closed })).toBe(false);
      const { id: roll } = said('attendance.recorded');
      expect(told(claim(roll, invigilator, closed)).withdrawn.has(roll)).toBe(false);
    }
  });

  test('a room’s invigilator does not take the head’s code away', () => {
    const { id: granted } = said('access.granted');
    const attack = [claim(granted, invigilator, 'rooms'), claim(granted, lead, 'session', 1)];
    expect(accessOf([...day, ...attack]).get(head.person)?.roles).toEqual(['centreHead']);
    expect(accessOf([...day, claim(granted, head, 'session')]).has(head.person)).toBe(false);
  });

  test('one that names an entry that is not here waits for it, and is judged when it comes', () => {
    const { id: roll } = said('attendance.recorded');
    const without = day.filter(({ id }) => id !== roll);
    const waiting = apply(emptyState, [
      ...without,
      claim(roll, invigilator, 'rooms'),
      claim(roll, secretary, 'rooms', 1),
    ]);
    expect(waiting.withdrawn.has(roll)).toBe(false);
    expect(waiting.claims.get(roll)).toHaveLength(2);
    const come = apply(waiting, [said('attendance.recorded')]);
    expect(come.withdrawn.get(roll)).toEqual({ by: named(0), reason: 'motif 0' });
    expect(come.claims.size).toBe(0);
    const onlyTheirs = apply(emptyState, [claim(roll, secretary, 'rooms'), ...day]);
    expect(onlyTheirs.withdrawn.has(roll)).toBe(false);
  });

  test('every command is written where what it takes back was written', () => {
    const written = (kind: string, by: Actor) => decide([withdraws(said(kind))], told(), by, at('10:00'));
    expect(written('seats.assigned', secretary)).toMatchObject({ ok: true, value: [{ channel: 'session' }] });
    expect(written('access.granted', head)).toMatchObject({ ok: true, value: [{ channel: 'session' }] });
    expect(written('latecomer.decided', head)).toMatchObject({ ok: true, value: [{ channel: 'rooms' }] });
  });

  test('the channel in which an entry is taken back is the channel of its kind', () => {
    for (const each of day) {
      const wrote = writesOf(each) ?? [];
      if (wrote.length === 0 || !isEntryKind(each.kind)) continue;
      const its = catalogue[each.kind].channel;
      const elsewhere = channel.options.filter(
        (into) =>
          into !== its &&
          into !== 'rooms' &&
          role.options.some((by) => mayTakeBack(wrote, { role: by, channel: into })),
      );
      expect([each.kind, elsewhere]).toEqual([each.kind, []]);
    }
  });
});

/** Any roles and channels that take back any entries of the day, some of them twice, some that are not there. */
const claims = fc
  .array(
    fc.record({
      target: fc.oneof(fc.constantFrom(...day.map(({ id }) => id)), fc.constant(entryId.of('e'.repeat(64)))),
      role: fc.constantFrom(...role.options),
      into: fc.constantFrom(...channel.options),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((all) => all.map(({ target, role: by, into }, at) => claim(target, { role: by }, into, at)));

/** Plainly: of those who may by role, kind and channel, the first by id. */
function expected(all: readonly Statement[]): CentreState['withdrawn'] {
  const found = new Map<EntryId, { by: EntryId; reason: string }>();
  for (const each of [...all].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { entry } = catalogue['entry.withdrawn'].about.parse(each.about);
    const target = day.find(({ id }) => id === entry);
    const wrote = target ? (writesOf(target) ?? []) : [];
    const into = channel.parse(each.stream?.slice(56));
    const entitled: readonly string[] = catalogue['entry.withdrawn'].by;
    if (wrote.length === 0 || found.has(entry) || !entitled.includes(each.by.role)) continue;
    if (!mayTakeBack(wrote, { role: each.by.role, channel: into })) continue;
    found.set(entry, { by: each.id, reason: catalogue['entry.withdrawn'].data.parse(each.data).reason });
  }
  return found;
}

test('whoever takes back whatever, in any order and any split, the same is taken back: what they may, and no more', () => {
  const seed = { seed: 20_190_618, numRuns: 120 };
  fc.assert(
    fc.property(claims, fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 9 }), (all, chance, size) => {
      const whole = apply(emptyState, [...day, ...all]);
      expect(new Map(whole.withdrawn)).toEqual(expected(all));
      const order = [...day, ...all, ...all.slice(0, 3)]
        .map((each) => ({ each, at: chance.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
      let state = emptyState;
      for (let from = 0; from < order.length; from += size) state = apply(state, order.slice(from, from + size));
      expect(dump(state)).toEqual(dump(whole));
    }),
    seed,
  );
});
