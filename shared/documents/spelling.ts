/** The names by which letters are told over the telephone in France; of those that a dictated code may hold. */
const letters: Readonly<Record<string, string>> = {
  A: 'Anatole',
  B: 'Berthe',
  C: 'Célestin',
  D: 'Désiré',
  E: 'Eugène',
  F: 'François',
  G: 'Gaston',
  H: 'Henri',
  J: 'Joseph',
  K: 'Kléber',
  M: 'Marcel',
  N: 'Nicolas',
  P: 'Pierre',
  Q: 'Quintal',
  R: 'Raoul',
  S: 'Suzanne',
  T: 'Thérèse',
  V: 'Victor',
  W: 'William',
  X: 'Xavier',
  Y: 'Yvonne',
  Z: 'Zoé',
};

/** A group of signs as it is read aloud: « K comme Kléber, 7, M comme Marcel ». */
export function spelled(group: string): string {
  return [...group].map((sign) => (letters[sign] ? `${sign} comme ${letters[sign]}` : sign)).join(', ');
}

/** The same, short: « Kléber 7 Marcel ». */
export function spelledShort(group: string): string {
  return [...group].map((sign) => letters[sign] ?? sign).join(' ');
}
