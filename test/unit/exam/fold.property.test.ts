import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, folding } from '../../../shared/exam/apply';
import { catalogue, isEntryKind } from '../../../shared/exam/catalogue';
import { messagesOf } from '../../../shared/exam/messages/messages';
import { messagesInRoom } from '../../../shared/exam/messages/rooms';
import { awaitingHead } from '../../../shared/exam/rooms/awaiting';
import { boardOf, totalsOf } from '../../../shared/exam/rooms/board';
import { findCandidates } from '../../../shared/exam/rooms/find';
import { rollOf } from '../../../shared/exam/rooms/roll';
import { reportOf } from '../../../shared/exam/scripts/reported';
import { halfDays } from '../../../shared/exam/session/today';
import { type CentreState, emptyState, reading } from '../../../shared/exam/state';
import { canonical } from '../../../shared/kernel/canonical';
import { candidateId, type EntryId, entryId } from '../../../shared/kernel/ids';
import type { Statement } from '../../../shared/kernel/statement';
import { at, b07, b12, head, headquarters, invigilator, lead, number, sitting } from '../../support/cast';
import { ExamDay } from '../../support/centre';
import { dump } from '../../support/dump';
import {
  attendance,
  goesOut,
  late,
  lateDecided,
  messageRead,
  messageSent,
  setAside,
  startCorrected,
  unlisted,
  withdraws,
} from '../../support/gestures';

const fixed = { seed: 20_190_617, numRuns: 60 };

/** A day with corrections, undos, an override, a late decision, two machines apart and a closed report. */
function fullDay(): readonly Statement[] {
  const fourth = number('B12', 4);
  const day = new ExamDay();
  day.says(
    invigilator,
    attendance('absent', number('B12', 1)),
    unlisted(),
    attendance('present', candidateId.of('HL-1')),
  );
  const apart = day.saysFrom(day.state, invigilator, attendance('present', number('B12', 2)));
  day.begun([fourth]).at('09:40');
  day.take(apart);
  day.says(invigilator, late(fourth, '09:40'));
  const [decided] = day.says(head, lateDecided(fourth, false));
  day.says(head, withdraws(decided));
  day.says(head, lateDecided(fourth, true));
  day.says(head, startCorrected('09:05', '09:00'));
  const { about, data } = unlisted();
  const { table: _none, ...person } = { ...data, familyName: 'Roy' };
  day.says(lead, { kind: 'seat.asked', about: { ...about, candidate: candidateId.of('HL-2') }, data: person });
  day.says(lead, attendance('present', fourth, number('B12', 2)));
  day.at('10:30').says(invigilator, goesOut(number('B12', 1), 'toilet', '10:30'));
  day.says(head, setAside('R-079'), goesOut(number('B12', 3), 'toilet', '10:31'));
  day.says(headquarters, messageSent('10:40'));
  for (const message of messagesOf(day.state)) day.says(lead, messageRead(message, lead, day.now, b12));
  day.says(headquarters, messageSent('10:50', { text: 'Lire « 24 kg ».' }));
  return day.statements;
}

const statements = fullDay();
const whole = dump(apply(emptyState, statements));

/** Any order, any repetition, cut into any batches. */
const deliveries = fc
  .tuple(
    fc.shuffledSubarray([...statements], { minLength: statements.length, maxLength: statements.length }),
    fc.array(fc.nat(statements.length - 1), { maxLength: 20 }),
    fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 10 }),
  )
  .map(([order, again, sizes]) => {
    const all = [...order, ...again.flatMap((index) => order[index] ?? [])];
    const batches: Statement[][] = [];
    for (let from = 0, turn = 0; from < all.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 1;
      batches.push(all.slice(from, from + size));
      from += size;
    }
    return batches;
  });

test('any order, any repetition and any split of the same statements give the same state', () => {
  fc.assert(
    fc.property(deliveries, (batches) => {
      expect(dump(batches.reduce(apply, emptyState))).toEqual(whole);
      const fold = folding(emptyState);
      for (const batch of batches) fold.take(batch);
      expect(dump(fold.done())).toEqual(whole);
    }),
    fixed,
  );
});

test('what screens remember from one state to the next is what they would draw anew', () => {
  const draw = (state: CentreState) => ({
    board: boardOf(state, sitting, at('10:00')),
    rolls: [b12, b07].map((room) => rollOf(state, sitting, room)),
    awaiting: awaitingHead(state, at('10:00')),
    report: reportOf(state, sitting, b12),
    messages: messagesOf(state),
    told: messagesInRoom(state, sitting, b12),
  });
  const [published, spoken] = [statements.slice(0, 8), statements.slice(8)];
  fc.assert(
    fc.property(fc.shuffledSubarray([...spoken], { minLength: spoken.length }), (order) => {
      let state = apply(emptyState, published);
      for (const [index, each] of order.entries()) {
        state = apply(state, [each]);
        const anew = apply(emptyState, [...published, ...order.slice(0, index + 1)]);
        expect(draw(state)).toEqual(draw(anew));
      }
    }),
    { ...fixed, numRuns: 30 },
  );
});

const kinds = Object.keys(catalogue);
const anything: fc.Arbitrary<Statement> = fc
  .record({
    from: fc.constantFrom(...statements),
    kind: fc.oneof(fc.constantFrom(...kinds), fc.constant('weather.noted')),
    version: fc.integer({ min: 1, max: 3 }),
    about: fc.jsonValue({ maxDepth: 2 }),
    data: fc.jsonValue({ maxDepth: 3 }),
    mix: fc.record({ kind: fc.boolean(), version: fc.boolean(), about: fc.boolean(), data: fc.boolean() }),
    id: fc.nat(0xffff),
  })
  .map(({ from, mix, id, ...noise }) => ({
    ...from,
    kind: mix.kind ? noise.kind : from.kind,
    version: mix.version ? noise.version : from.version,
    about: mix.about ? asJson(noise.about) : from.about,
    data: mix.data ? asJson(noise.data) : from.data,
    id: entryId.of(id.toString(16).padStart(64, '0')),
  }));

function asJson(value: unknown): Statement['data'] {
  return JSON.parse(JSON.stringify(value));
}

test('apply takes anything: it never throws, and what it cannot read it counts', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 30 }), (noise) => {
      const state = apply(apply(emptyState, statements), noise);
      for (const each of noise) {
        const newest = isEntryKind(each.kind) ? catalogue[each.kind].version : 0;
        if (each.version > newest) expect(state.unread.has(each.id)).toBe(true);
      }
      expect(dump(noise.reduce((sum, each) => apply(sum, [each]), apply(emptyState, statements)))).toEqual(dump(state));
    }),
    { ...fixed, numRuns: 300 },
  );
});

test('whatever was said, the screens’ views answer', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 40 }), (noise) => {
      const state = apply(apply(emptyState, statements), noise);
      const board = boardOf(state, sitting, at('10:00'));
      expect(totalsOf(board).expected).toBe(board.flatMap(({ room }) => rollOf(state, sitting, room)).length);
      awaitingHead(state, at('10:00'));
      reportOf(state, sitting, b12);
      messagesInRoom(state, sitting, b12);
      findCandidates(state, sitting, b12, 'caron');
      halfDays(state);
    }),
    { ...fixed, numRuns: 200 },
  );
});

/** A history of one candidate's attendance: each entry supersedes some of the earlier ones; some are taken back. */
const histories = fc.array(
  fc.record({
    status: fc.constantFrom('present' as const, 'absent' as const),
    seen: fc.array(fc.nat(7), { maxLength: 4 }),
    back: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);
const subject = number('B12', 1);
const name = (index: number): EntryId => entryId.of((index + 1).toString(16).padStart(2, 'a').repeat(32));

function told(history: readonly { status: 'present' | 'absent'; seen: readonly number[]; back: boolean }[]) {
  const first = statements[0];
  if (!first) throw new Error('an empty day');
  const said: Statement[] = history.map(({ status, seen }, index) => ({
    ...first,
    ...attendance(status, subject),
    version: 1,
    id: name(index),
    supersedes: [...new Set(seen)].filter((earlier) => earlier < index).map(name),
  }));
  const undone: Statement[] = history.flatMap(({ back }, index) => {
    const entry = said[index];
    return back && entry ? { ...first, ...withdraws(entry), version: 1, id: name(index + 100), supersedes: [] } : [];
  });
  return { said, undone };
}

/** Plainly: an entry stands when it is not taken back and no standing entry comes after it, however far. */
function standing(said: readonly Statement[], undone: ReadonlySet<EntryId>): readonly Statement[] {
  const byId = new Map(said.map((each) => [each.id, each]));
  const after = (one: Statement, other: EntryId): boolean =>
    one.supersedes.includes(other) ||
    one.supersedes.some((id) => {
      const earlier = byId.get(id);
      return earlier !== undefined && after(earlier, other);
    });
  const live = said.filter((each) => !undone.has(each.id));
  return live.filter((each) => !live.some((later) => after(later, each.id)));
}

test('a fact is contested if and only if entries that do not follow each other differ', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { said, undone } = told(history);
      const state = apply(emptyState, [...said, ...undone]);
      const taken = new Set(history.flatMap(({ back }, index) => (back ? name(index) : [])));
      const expected = standing(said, taken);
      const values = new Set(expected.map((each) => canonical(each.data)));
      const read = reading(state, 'attendance', sitting, subject);
      expect(read.kind === 'contested').toBe(values.size > 1);
      expect(read.kind === 'unknown').toBe(expected.length === 0);
    }),
    { ...fixed, numRuns: 500 },
  );
});

test('taking the last word back restores what it had superseded', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { said, undone } = told(history);
      const before = apply(emptyState, [...said, ...undone]);
      const first = said[0];
      if (!first) return;
      const heads = standing(said, new Set(before.withdrawn.keys())).map((each) => each.id);
      const word: Statement = { ...first, id: name(50), supersedes: heads };
      const undo: Statement = { ...first, ...withdraws(word), version: 1, id: name(51), supersedes: [] };
      const after = apply(before, [word, undo]);
      expect(reading(after, 'attendance', sitting, subject)).toEqual(reading(before, 'attendance', sitting, subject));
    }),
    { ...fixed, numRuns: 300 },
  );
});
