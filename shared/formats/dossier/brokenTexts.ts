import { pathText } from './path';

/** A text by its place in the JSON, and the character in it that is none, as `U+0000`. */
export interface BrokenText {
  readonly path: string;
  readonly because: { readonly kind: 'broken-character'; readonly code: string };
}

/** Control characters but for tabs and ends of lines, halves of a character, and what stands for a lost one: nobody typed them, no page shows them. */
const broken = /(?![\t\r\n])[\p{Cc}\p{Cs}\uFFFD]/u;

/** The texts of a dossier that hold what is no character. */
export function brokenTexts(value: unknown, path: readonly PropertyKey[] = []): readonly BrokenText[] {
  if (typeof value === 'string') {
    const found = broken.exec(value)?.[0].codePointAt(0);
    if (found === undefined) return [];
    const code = `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
    return [{ path: pathText(path), because: { kind: 'broken-character', code } }];
  }
  if (Array.isArray(value)) return value.flatMap((each, at) => brokenTexts(each, [...path, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => brokenTexts(each, [...path, name]));
}
