import type { Diploma } from '../../shared/exam/session/kinds';

/** A diploma in a word, as people of the centre say it. */
export const diplomaText: Readonly<Record<Diploma, string>> = {
  'bac-pro': 'bac pro',
  cap: 'CAP',
  bep: 'BEP',
  mc: 'MC',
  bp: 'BP',
  uc: 'UC',
};
