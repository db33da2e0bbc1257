import type { Candidate } from '../../../shared/exam/people/kinds';
import { foldText } from '../../../shared/exam/people/names';

type Findable = Pick<Candidate, 'id' | 'familyName' | 'usageName' | 'givenNames' | 'registration' | 'division'>;

/** Whether every word typed begins a word of the candidate's names, number or division; accents do not count. */
export function matches(candidate: Findable, typed: string): boolean {
  const wanted = foldText(typed).split(' ');
  const { familyName, usageName, givenNames, id, registration, division } = candidate;
  const words = foldText(
    [familyName, usageName ?? '', givenNames, id, registration ?? '', division ?? ''].join(' '),
  ).split(' ');
  return wanted.every((word) => words.some((each) => each.startsWith(word)));
}

/** Those whose family name begins with what was typed come first; otherwise the order stays. */
export function nearestFirst<C extends Findable>(found: readonly C[], typed: string): readonly C[] {
  const start = foldText(typed);
  const begins = ({ familyName, usageName }: C) => foldText(usageName ?? familyName).startsWith(start);
  return [...found.filter(begins), ...found.filter((each) => !begins(each))];
}
