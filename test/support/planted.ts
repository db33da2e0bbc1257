import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Dossier } from '../../shared/formats/dossier/schema';

const stem = 'zwarbek';
const endings = ['éol', 'ïne', 'ôtais', 'ünn', 'çais'];

/** A name nobody has, and no program: all planted names share their beginning. */
const planted = (number: number) =>
  `Zwarbek${endings[number % endings.length]}${String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26))}`;

/** The dossier with its first 500 candidates and all of its staff under planted names. */
export function plant(dossier: Dossier): { readonly dossier: Dossier; readonly names: readonly string[] } {
  const names = Array.from({ length: 500 }, (_, number) => planted(number));
  const candidates = dossier.candidates.map((each, at) => ({ ...each, familyName: names[at] ?? each.familyName }));
  const staff = dossier.staff.map((each, at) => ({ ...each, familyName: names[at % names.length] ?? each.familyName }));
  return { dossier: { ...dossier, candidates, staff }, names };
}

/** The beginning in ASCII – as UTF-8, Latin-1 and escaped JSON have it – and in UTF-16, whatever the case. */
const pattern = new RegExp(`${stem}|${[...stem].join('\\0')}\\0`, 'i');

/** Whether these bytes hold a planted name in one of these writings. */
export function holdsPlanted(bytes: Buffer): boolean {
  return pattern.test(bytes.toString('latin1'));
}

export interface Searched {
  readonly files: number;
  /** The files that hold a planted name. */
  readonly found: readonly string[];
}

/** Searches every file of these folders. */
export function searchPlanted(...folders: readonly string[]): Searched {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  return { files: files.length, found: files.filter((file) => holdsPlanted(readFileSync(file))) };
}
