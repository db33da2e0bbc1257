import { apply } from '../../shared/exam/apply';
import { peopleKinds } from '../../shared/exam/people/kinds';
import { emptyState } from '../../shared/exam/state';
import type { CandidateId } from '../../shared/kernel/ids';
import type { Statement } from '../../shared/kernel/statement';
import { ExamDay } from './centre';
import type { Plan } from './smallCentre';

/** The day of a small centre as a machine sees it that has the particulars of these candidates and every other entry. */
export function dayHolding(plan: Plan, held: readonly CandidateId[]): ExamDay {
  const day = new ExamDay(plan);
  day.state = apply(emptyState, seenHolding(day.statements, held));
  return day;
}

/** What was said, as such a machine reads it. */
export function seenHolding(statements: readonly Statement[], held: readonly CandidateId[]): readonly Statement[] {
  return statements.map((each) => onlyOf(each, held));
}

function onlyOf(statement: Statement, held: readonly CandidateId[]): Statement {
  if (statement.kind !== 'candidates.published') return statement;
  const said = peopleKinds['candidates.published'].read(statement.version, statement);
  if (!said) throw new Error('the list of a small centre is one');
  const candidates = said.data.candidates.filter(({ id }) => held.includes(id));
  return { ...statement, data: { ...said.data, candidates } };
}
