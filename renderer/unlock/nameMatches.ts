import { foldText } from '../../shared/exam/people/names';

/** True when every word typed begins a word of the name, whatever the accents and capitals. */
export function nameMatches(name: string, typed: string): boolean {
  const words = foldText(name).split(' ');
  return foldText(typed)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)));
}
