import { z } from 'zod';
import { canonical } from '../../kernel/canonical';
import type { PaperId } from '../../kernel/ids';
import { compareText } from '../people/names';
import { type CentreState, fact, facts } from '../state';
import { type Paper, paper } from './kinds';

/** A paper as the regulation names it, whatever identifier a centre has given it. */
export const paperDesignation = paper.pick({ diploma: true, code: true, title: true, specialities: true });
export type PaperDesignation = z.infer<typeof paperDesignation>;

/** A designation as people read it. */
export const designatedPaper = paperDesignation.extend({
  /** What its specialities are called, in their order; the code where nobody has told it. */
  labels: z.array(z.string()),
});
export type DesignatedPaper = z.infer<typeof designatedPaper>;

/** The same for one designation however a centre orders its specialities. */
export function designationKey({ diploma, code, title, specialities }: PaperDesignation): string {
  return canonical([diploma, code, title, [...specialities].sort()]);
}

/** What the papers of these names are called in this centre; those it does not hold are left out. */
export function papersNamed(state: CentreState, papers: readonly PaperId[]): readonly DesignatedPaper[] {
  return papers.flatMap((id) => {
    const found = fact(state, 'papers', 'session', id);
    return found ? [designatedIn(state, found)] : [];
  });
}

/** All papers that a centre holds, by designation. */
export function papersHeld(state: CentreState): readonly DesignatedPaper[] {
  return [...facts(state, 'papers', 'session').values()].map((each) => designatedIn(state, each));
}

/** The names under which a centre holds papers so designated; none where it holds none of them. */
export function papersDesignated(state: CentreState, asked: readonly PaperDesignation[]): PaperId[] {
  const keys = new Set(asked.map(designationKey));
  return [...facts(state, 'papers', 'session').values()]
    .filter((each) => keys.has(designationKey(each)))
    .map(({ id }) => id)
    .sort();
}

/** By diploma, then as the regulation numbers them. */
export function inOrderOfDesignation(a: PaperDesignation, b: PaperDesignation): number {
  return (
    compareText(a.diploma, b.diploma) ||
    compareText(a.code, b.code) ||
    compareText(designationKey(a), designationKey(b))
  );
}

function designatedIn(state: CentreState, { diploma, code, title, specialities }: Paper): DesignatedPaper {
  const sorted = [...specialities].sort();
  const labels = sorted.map((each) => fact(state, 'specialities', 'session', each)?.label ?? each);
  return { diploma, code, title, specialities: sorted, labels };
}
