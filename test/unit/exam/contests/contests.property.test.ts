import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../../../../shared/exam/apply';
import type { Command } from '../../../../shared/exam/catalogue';
import { type Contest, contestsOf, entriesOf, reopenedBy } from '../../../../shared/exam/contests/contests';
import { contradictionsOf } from '../../../../shared/exam/contests/contradictions';
import { aspects, handling } from '../../../../shared/exam/contests/handling';
import { contentSaid, settlingOf } from '../../../../shared/exam/contests/settling';
import { decide } from '../../../../shared/exam/decide';
import { type Aspect, type CentreState, reading } from '../../../../shared/exam/state';
import { canonical } from '../../../../shared/kernel/canonical';
import type { EntryId } from '../../../../shared/kernel/ids';
import { unwrap } from '../../../../shared/kernel/result';
import type { Statement } from '../../../../shared/kernel/statement';
import { at, head } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { anExit, another, differing, entry, one, otherHead, outright } from '../../../support/differing';
import { dump } from '../../../support/dump';
import { goesOut } from '../../../support/gestures';

const fixed = { seed: 20_261_122, numRuns: 150 };
const day = new ExamDay().called();
const said = Object.values(differing).flat();
const [someone] = day.everyoneIn();
if (!someone) throw new Error('somebody sits in B12');
const wentOut = outright(goesOut(someone, 'toilet', '10:10'), one, anExit);

/** What each of these says, each having seen some of those before it. */
const histories = fc.array(
  fc.record({ command: fc.nat(said.length - 1), by: fc.boolean(), seen: fc.array(fc.nat(11), { maxLength: 4 }) }),
  { minLength: 1, maxLength: 12 },
);

function statementsOf(history: readonly { command: number; by: boolean; seen: readonly number[] }[]): Statement[] {
  return history.flatMap(({ command, by, seen }, index) => {
    const what = said[command];
    const before = [...new Set(seen)].filter((earlier) => earlier < index).map((earlier) => entry(earlier + 1));
    return what ? outright(what, by ? one : another, entry(index + 1), before) : [];
  });
}

const afterAll = (statements: readonly Statement[]) => apply(apply(day.state, [wentOut]), statements);

test('G-3 any order of arrival, and any repetition, gives the same contests and contradictions', () => {
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), (history, order) => {
      const statements = statementsOf(history);
      const told = afterAll(statements);
      const keys = [...order.take(statements.length)];
      const shuffled = [...statements].sort(
        (a, b) => (keys[statements.indexOf(a)] ?? 0) - (keys[statements.indexOf(b)] ?? 0),
      );
      const other = [...shuffled, ...statements.slice(0, 3)].reduce((sum, each) => apply(sum, [each]), afterAll([]));
      expect(dump(other)).toEqual(dump(told));
      expect(contestsOf(other)).toEqual(contestsOf(told));
      expect(contradictionsOf(other)).toEqual(contradictionsOf(told));
    }),
    fixed,
  );
});

test('FAULT 53 every pair of differing facts that do not know of each other is listed; FAULT 52 the same twice never is', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const state = afterAll(statementsOf(history));
      const listed = new Set(contestsOf(state).map(nameOf));
      for (const aspect of aspects) {
        for (const [scope, registers] of state.shelves.get<Aspect>(aspect) ?? []) {
          for (const key of registers.keys()) {
            const read = reading(state, aspect, scope, key);
            const due = read.kind === 'contested' && handling[aspect].when === 'contested';
            expect(listed.has(nameOf({ aspect, scope, key }))).toBe(due);
          }
        }
      }
      for (const { versions } of contestsOf(state)) {
        const values = versions.map(({ value }) => canonical(value));
        expect(new Set(values).size).toBe(values.length);
        expect(versions.length).toBeGreaterThan(1);
      }
    }),
    fixed,
  );
});

test('FAULT 54, 55 what was settled is settled, until a version comes in that nobody who settled it knew', () => {
  const two = fc.constantFrom(...Object.values(differing));
  fc.assert(
    fc.property(two, fc.boolean(), fc.boolean(), ([first, second], keepsFirst, differs) => {
      const state = afterAll([outright(first, one, entry(1)), outright(second, another, entry(2))]);
      const contest = contestsOf(state).find((each) => entriesOf(each).includes(entry(1)));
      if (!contest || !settledByHeads(contest)) return;
      const mine = settled(state, contest, keepsFirst ? first : second, entry(3));
      expect(contestsOf(apply(state, [mine])).some((each) => nameOf(each) === nameOf(contest))).toBe(false);

      const late = outright(keepsFirst ? second : first, another, entry(4));
      const reopened = find(apply(state, [mine, late]), contest);
      expect(reopened && reopenedBy(apply(state, [mine, late]), reopened)).toBe('late');

      const theirs = settled(state, contest, keepsFirst === differs ? second : first, entry(5), 'deputy');
      const both = apply(state, [mine, theirs]);
      const between = find(both, contest);
      if (differs) expect(between && reopenedBy(both, between)).toBe('decisions');
      else expect(between).toBeUndefined();
    }),
    fixed,
  );
});

test('the same version said later corroborates a decision and never opens it again', () => {
  for (const [first, second] of Object.values(differing)) {
    const state = afterAll([outright(first, one, entry(1)), outright(second, another, entry(2))]);
    const contest = contestsOf(state).find((each) => entriesOf(each).includes(entry(1)));
    if (!contest || !settledByHeads(contest)) continue;
    const decided = apply(state, [settled(state, contest, first, entry(3)), outright(first, another, entry(4))]);
    expect(find(decided, contest), contest.aspect).toBeUndefined();
    expect(reading(decided, contest.aspect, contest.scope, contest.key).kind).toBe('corroborated');
  }
});

function settled(state: CentreState, contest: Contest, keeps: Command, id: EntryId, who: 'head' | 'deputy' = 'head') {
  const settling = settlingOf(contest, contentSaid(keeps), 'vu sur place');
  const by = who === 'head' ? head : otherHead;
  const [draft] = unwrap(decide([settling], state, by, at('10:30')));
  return outright(settling, by, id, draft?.supersedes ?? []);
}

function settledByHeads({ aspect }: Contest): boolean {
  const how = handling[aspect];
  return how.when === 'contested' && how.by !== 'elsewhere';
}

function find(state: CentreState, contest: Contest): Contest | undefined {
  return contestsOf(state).find((each) => nameOf(each) === nameOf(contest));
}

function nameOf({ aspect, scope, key }: Pick<Contest, 'aspect' | 'scope' | 'key'>): string {
  return canonical([aspect, scope, key]);
}
