import type { CentreState } from '../../shared/exam/state';
import {
  contentOfCyclades,
  contentOfDossier,
  type ImportContent,
  officialSpecialities,
} from '../../shared/formats/content';
import { type LeftOut, readCyclades } from '../../shared/formats/cyclades/cyclades';
import { largestFile, type SourceFile } from '../../shared/formats/decodeText';
import { demonstration } from '../../shared/formats/demonstration/demonstration';
import { readDossier } from '../../shared/formats/dossier/read';
import { planImport } from '../../shared/formats/plan';
import type { AnyFault, ImportAnswer, ImportAsk, ImportSource } from './importing/content';
import { type StatePart, stateOf } from './importing/stateParts';

const windows1252 = new TextDecoder('windows-1252');
const parts: StatePart[] = [];

addEventListener('message', ({ data }: MessageEvent<ImportAsk>) => {
  if (data.kind === 'state') parts.push(data.part);
  else void answer(data.source, stateOf(parts, data.withdrawn)).then((said) => postMessage(said));
});

/** Reads what was asked for, off the window's own thread, and compares it with the centre; stopping the worker cancels. */
async function answer(source: ImportSource, state: CentreState): Promise<ImportAnswer> {
  if (source.kind === 'demonstration') {
    return found(contentOfDossier(demonstration(source.request), 'demonstration'), state);
  }
  const tooLarge = source.files.filter(({ size }) => size > largestFile);
  if (tooLarge.length > 0) {
    return {
      kind: 'faulty',
      faults: tooLarge.map(({ name, size }) => {
        const because = { kind: 'too-large', bytes: size, limit: largestFile } as const;
        return { of: 'list', fault: { file: name, line: null, column: null, because } };
      }),
    };
  }
  const files: SourceFile[] = [];
  for (const file of source.files) {
    files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    postMessage({ kind: 'progress', done: files.length, of: source.files.length } satisfies ImportAnswer);
  }
  return files.some(isDossier) ? dossierAnswer(files, state) : listAnswer(files, state);
}

function isDossier({ name }: SourceFile): boolean {
  return name.toLowerCase().endsWith('.json');
}

function dossierAnswer(files: readonly SourceFile[], state: CentreState): ImportAnswer {
  const [only, ...others] = files;
  if (!only || others.length > 0) {
    const faults: AnyFault[] = files
      .filter(isDossier)
      .map(({ name }) => ({ of: 'choice', fault: { file: name, because: 'dossierNotAlone' } }));
    return { kind: 'faulty', faults };
  }
  const read = readDossier(only);
  if (!read.ok) return { kind: 'faulty', faults: read.error.map((fault) => ({ of: 'dossier', fault })) };
  return found(contentOfDossier(read.value, only.name), state);
}

function listAnswer(files: readonly SourceFile[], state: CentreState): ImportAnswer {
  const read = readCyclades(files, officialSpecialities(state), (bytes) => windows1252.decode(bytes));
  if (!read.ok) return { kind: 'faulty', faults: read.error.map((fault) => ({ of: 'list', fault })) };
  return found(contentOfCyclades(read.value), state, read.value);
}

function found(
  content: ImportContent,
  state: CentreState,
  list: { readonly editedAt: string | null; readonly leftOut: readonly LeftOut[] } = { editedAt: null, leftOut: [] },
): ImportAnswer {
  const { editedAt, leftOut } = list;
  return { kind: 'read', read: { content, plan: planImport(content, state), editedAt, leftOut } };
}
