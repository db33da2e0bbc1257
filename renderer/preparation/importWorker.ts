import type { Speciality } from '../../shared/exam/session/kinds';
import { contentOfCyclades, contentOfDossier } from '../../shared/formats/content';
import { readCyclades } from '../../shared/formats/cyclades/cyclades';
import { largestFile, type SourceFile } from '../../shared/formats/decodeText';
import { demonstration } from '../../shared/formats/demonstration/demonstration';
import { readDossier } from '../../shared/formats/dossier/read';
import type { AnyFault, ImportAnswer, ImportAsk } from './importing/content';

const windows1252 = new TextDecoder('windows-1252');

addEventListener('message', ({ data }: MessageEvent<ImportAsk>) => {
  void answer(data).then((said) => postMessage(said));
});

/** Reads what was asked for, off the window's own thread: stopping the worker cancels it. */
async function answer(ask: ImportAsk): Promise<ImportAnswer> {
  if (ask.kind === 'demonstration') {
    const content = contentOfDossier(demonstration(ask.request), 'demonstration');
    return { kind: 'read', read: { content, editedAt: null, leftOut: [] } };
  }
  const tooLarge = ask.files.filter(({ size }) => size > largestFile);
  if (tooLarge.length > 0) {
    return {
      kind: 'faulty',
      faults: tooLarge.map(({ name, size }) => {
        const because = { kind: 'too-large', bytes: size, limit: largestFile } as const;
        return { of: 'list', fault: { file: name, line: null, column: null, because } };
      }),
    };
  }
  const sources: SourceFile[] = [];
  for (const file of ask.files) {
    sources.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    postMessage({ kind: 'progress', done: sources.length, of: ask.files.length } satisfies ImportAnswer);
  }
  return isDossier(sources) ? dossierAnswer(sources) : listAnswer(sources, ask.official);
}

function isDossier(sources: readonly SourceFile[]): boolean {
  return sources.some(({ name }) => name.toLowerCase().endsWith('.json'));
}

function dossierAnswer(sources: readonly SourceFile[]): ImportAnswer {
  const [only, ...others] = sources;
  if (!only || others.length > 0) {
    const faults: AnyFault[] = sources
      .filter(({ name }) => name.toLowerCase().endsWith('.json'))
      .map(({ name }) => ({ of: 'choice', fault: { file: name, because: 'dossierNotAlone' } }));
    return { kind: 'faulty', faults };
  }
  const read = readDossier(only);
  if (!read.ok) return { kind: 'faulty', faults: read.error.map((fault) => ({ of: 'dossier', fault })) };
  const content = contentOfDossier(read.value, only.name);
  return { kind: 'read', read: { content, editedAt: null, leftOut: [] } };
}

function listAnswer(sources: readonly SourceFile[], official: readonly Speciality[]): ImportAnswer {
  const read = readCyclades(sources, official, (bytes) => windows1252.decode(bytes));
  if (!read.ok) return { kind: 'faulty', faults: read.error.map((fault) => ({ of: 'list', fault })) };
  const { editedAt, leftOut } = read.value;
  return { kind: 'read', read: { content: contentOfCyclades(read.value), editedAt, leftOut } };
}
