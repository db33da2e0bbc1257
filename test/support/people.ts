import type { Someone } from './pageCentre';

/** A class whose names try a page: accents of many languages, hyphens, apostrophes, one letter and very long. */
export const hardNames: readonly Someone[] = [
  { familyName: 'Allard', givenNames: 'Victoire' },
  { familyName: 'Aubry', givenNames: 'Mathilde', usageName: 'Lefèvre' },
  { familyName: 'Ben Salah', givenNames: 'Ilyès' },
  { familyName: 'Çelik', givenNames: 'Œdipe' },
  { familyName: 'Da Silva', givenNames: 'Inès', accommodations: [{ kind: 'extraTime', minutesPerHour: 20 }] },
  { familyName: 'Đặng', givenNames: 'Thị Hường' },
  {
    familyName: 'de La Rochefoucauld-Montbel de Saint-Chamond',
    givenNames: 'Marie-Apolline Eulalie Clémentine Bérengère',
  },
  { familyName: 'Kazlauskas', givenNames: 'Šarūnas' },
  { familyName: 'L’Haÿ', givenNames: 'Loïc', accommodations: [{ kind: 'careBreak' }] },
  { familyName: 'Łukasz', givenNames: 'Ewa' },
  { familyName: 'Nguyễn', givenNames: 'Minh Châu' },
  { familyName: 'O’Neil', givenNames: 'Seán' },
  { familyName: 'Ñúñez', givenNames: 'Íñigo' },
  { familyName: 'Þórsdóttir', givenNames: 'Guðrún' },
  { familyName: 'Þ', givenNames: 'O' },
  {
    familyName: 'Wąsowski',
    givenNames: 'Żaneta',
    accommodations: [{ kind: 'computer' }, { kind: 'extraTime', minutesPerHour: 20 }],
  },
  { familyName: 'Zeițar', givenNames: 'Ștefan' },
  { familyName: 'Œuvrard', givenNames: 'Anaëlle', speciality: 'MCV' },
];

/** As many made-up people as asked for, the same at each run. */
export function crowd(size: number): readonly Someone[] {
  return Array.from({ length: size }, (_, index) => {
    const base = hardNames[index % hardNames.length];
    return { familyName: `${base?.familyName} ${index + 1}`, givenNames: base?.givenNames ?? '' };
  });
}
