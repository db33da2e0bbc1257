import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './launch';

/** A file as a person chooses it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The sample list of 15 candidates, as Cyclades exports it. */
export const sampleText = readFileSync(path.join(root, 'test/fixtures/cyclades-liste-simple.csv'), 'utf8');

export function csv(text: string, name = 'liste.csv'): ChosenFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') };
}

export function json(value: unknown, name = 'dossier.json'): ChosenFile {
  return { name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value), 'utf8') };
}

/** The sample with one piece of text changed; throws when it does not hold it. */
export function sampleWith(was: string, is: string): string {
  if (!sampleText.includes(was)) throw new Error(`the sample has no « ${was} »`);
  return sampleText.replace(was, is);
}
