import { readFileSync } from 'node:fs';
import { readCyclades } from '../../shared/formats/cyclades/cyclades';
import { utf8 } from '../../shared/kernel/bytes';

export const windows1252 = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes);
export const sample = readFileSync('test/fixtures/cyclades-liste-simple.csv', 'utf8');
export const file = (content: string | Uint8Array, name = 'liste.csv') => ({
  name,
  bytes: typeof content === 'string' ? utf8(content) : content,
});

export function read(...contents: (string | Uint8Array)[]) {
  const files = contents.map((content, at) =>
    file(content, contents.length === 1 ? 'liste.csv' : `liste${at + 1}.csv`),
  );
  return readCyclades(files, [], windows1252);
}

export function taken(...contents: (string | Uint8Array)[]) {
  const answer = read(...contents);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

export function faultsOf(...contents: (string | Uint8Array)[]) {
  const answer = read(...contents);
  return answer.ok ? [] : answer.error;
}

/** The sample with one cell of its first candidate (line 10) changed. */
export const spoilt = (from: string, to: string) => sample.replace(from, to);
export const rowOfAllard = sample.split('\r\n')[9] ?? '';
