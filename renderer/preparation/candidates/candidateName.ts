import type { Candidate } from '../../../shared/exam/people/kinds';

type Named = Pick<Candidate, 'familyName' | 'usageName' | 'givenNames'>;

/** `ALLARD Victoire`: the name in use first, as on the lists. */
export function candidateName(candidate: Named): string {
  return `${candidate.usageName ?? candidate.familyName} ${candidate.givenNames}`;
}

/** Lower case without accents, so that `lebbe` finds `LEBBÉ`. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’']/g, ' ')
    .toLocaleLowerCase('fr')
    .trim();
}

/** Whether every word typed begins a word of the candidate's names, number or division. */
export function matches(candidate: Named & Pick<Candidate, 'id' | 'registration' | 'division'>, typed: string): boolean {
  const wanted = plain(typed).split(/\s+/).filter((word) => word !== '');
  if (wanted.length === 0) return true;
  const words = plain(
    [candidate.familyName, candidate.usageName, candidate.givenNames, candidate.id, candidate.registration, candidate.division]
      .filter((part) => part !== null)
      .join(' '),
  ).split(/[\s-]+/);
  return wanted.every((word) => words.some((each) => each.startsWith(word)));
}
