/** What a page's code says: which document, and the hash of what it states. */
export interface Seal {
  readonly id: string;
  readonly hash: string;
}

/** What a scanner or a person gave for a page's code, or null when it is none of Cachet's. */
export function sealIn(text: string): Seal | null {
  const typed = text.trim();
  const said = typed.startsWith('cqchetM') ? fromFrenchKeys(typed) : typed;
  const [, id, hash] = /^cachet:1:([A-Za-z0-9._/-]{1,300}):([0-9a-fA-F]{64})$/.exec(said) ?? [];
  return id && hash ? { id, hash: hash.toLowerCase() } : null;
}

/** The keys of an American keyboard, as scanners type unless told otherwise, and what they write on a French one. */
const american = '1234567890-qwazQWAZmM;:,./_';
const french = '&é"\'(-è_çà)azqwAZQW,?mM;:!°';

function fromFrenchKeys(typed: string): string {
  return [...typed].map((sign) => american[french.indexOf(sign)] ?? sign).join('');
}
