import { concerns } from '../../../shared/exam/papers/entitled';
import type { Paper } from '../../../shared/exam/papers/kinds';
import { compareText } from '../../../shared/exam/people/names';
import type { Speciality } from '../../../shared/exam/session/kinds';
import { type CentreState, facts } from '../../../shared/exam/state';

/** Every paper, by diploma then code. */
export function papersOf(state: CentreState): readonly Paper[] {
  return [...facts(state, 'papers', 'session').values()].sort(
    (a, b) => compareText(a.diploma, b.diploma) || compareText(a.code, b.code) || compareText(a.title, b.title),
  );
}

export function specialitiesOf(state: CentreState): readonly Speciality[] {
  return [...facts(state, 'specialities', 'session').values()].sort((a, b) => compareText(a.label, b.label));
}

/** What each speciality is called, by code. */
export function specialityLabels(state: CentreState): ReadonlyMap<string, string> {
  return new Map(specialitiesOf(state).map(({ code, label }) => [code, label]));
}

/** How many registered candidates each paper concerns. */
export function registeredFor(state: CentreState, papers: readonly Paper[]): ReadonlyMap<Paper['id'], number> {
  const groups = new Map<string, { readonly of: Pick<Paper, 'diploma'> & { speciality: string }; count: number }>();
  for (const { status, candidate } of facts(state, 'registrations', 'session').values()) {
    if (status !== 'registered') continue;
    const { diploma, speciality } = candidate;
    const key = `${diploma}|${speciality}`;
    const group = groups.get(key) ?? { of: { diploma, speciality }, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  const counted = (paper: Paper) =>
    [...groups.values()].reduce((sum, group) => (concerns(paper, group.of) ? sum + group.count : sum), 0);
  return new Map(papers.map((paper) => [paper.id, counted(paper)]));
}
