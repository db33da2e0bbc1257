import type { Diploma } from '../../exam/session/kinds';
import { plain } from './columns';

const words: readonly (readonly [Diploma, RegExp])[] = [
  ['bac-pro', /\bbac(calaureat)? ?pro(fessionnel)?\b/],
  ['cap', /\bcapa?\b/],
  ['bep', /\bbepa?\b/],
  ['mc', /\bmc ?[345]?\b|\bmention complementaire\b/],
  ['bp', /\bbpa?\b|\bbrevet professionnel\b/],
  ['uc', /\buc\b|\bunites? capitalisables?\b/],
];

/** The diploma a category of candidates prepares: « SCOLAIRE BACPRO 3 ANS (132) »; null when it names none, or two. */
export function diplomaOfCategory(category: string): Diploma | null {
  const text = plain(category);
  const [only, ...others] = words.filter(([, word]) => word.test(text));
  return only && others.length === 0 ? only[0] : null;
}
