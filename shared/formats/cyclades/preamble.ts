import { plain } from './columns';

/** What the title lines above the headings say. */
export interface Preamble {
  readonly year: number | null;
  readonly centre: { readonly code: string; readonly name: string; readonly town: string } | null;
  /** `2023-01-23T10:49`, as the clock of the office showed it. */
  readonly editedAt: string | null;
}

/** Reads the title lines: the year, « NAME – TOWN (CODE) », « Edité le … ». Whatever else they say is left aside. */
export function preambleOf(titles: readonly string[]): Preamble {
  return titles.map(said).reduce(
    (known, more) => ({
      year: known.year ?? more.year,
      centre: known.centre ?? more.centre,
      editedAt: known.editedAt ?? more.editedAt,
    }),
    nothing,
  );
}

const nothing: Preamble = { year: null, centre: null, editedAt: null };

function said(title: string): Preamble {
  return { year: yearOf(title), centre: centreOf(title), editedAt: editedAtOf(title) };
}

function yearOf(title: string): number | null {
  const year = /^(20\d\d)$/.exec(title)?.[1];
  return year === undefined ? null : Number(year);
}

function centreOf(title: string): Preamble['centre'] {
  const [, whole, code] = /^(.*\S)\s*\((\d{7}[A-Z])\)$/.exec(title) ?? [];
  if (whole === undefined || code === undefined) return null;
  const [, name, town] = /^(.*\S)\s+[–-]\s+(\S.*)$/.exec(whole) ?? [];
  return { code, name: (name ?? whole).slice(0, 120), town: (town ?? '').slice(0, 80) };
}

function editedAtOf(title: string): string | null {
  const [, day, month, year, time] = /^edite le (\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d)$/.exec(plain(title)) ?? [];
  return time === undefined ? null : `${year}-${month}-${day}T${time}`;
}
