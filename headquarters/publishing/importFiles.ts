import type { Speciality } from '../../shared/exam/session/kinds';
import { contentOfCyclades, contentOfDossier, type ImportContent } from '../../shared/formats/content';
import { type LeftOut, readCyclades } from '../../shared/formats/cyclades/cyclades';
import { notationOf, type SourceFile } from '../../shared/formats/decodeText';
import type { DossierFault } from '../../shared/formats/dossier/fault';
import { readDossier } from '../../shared/formats/dossier/read';
import type { ImportFault } from '../../shared/formats/importFault';
import { err, ok, type Result } from '../../shared/kernel/result';

/** What some of the files say of one centre, whichever it is. */
export interface CentreImport {
  readonly content: ImportContent;
  /** Rows of lists that are not « Inscrit »: not imported, and no fault. */
  readonly leftOut: readonly LeftOut[];
}

export type FileFault =
  | { readonly of: 'list'; readonly fault: ImportFault }
  | { readonly of: 'dossier'; readonly fault: DossierFault }
  /** Two dossiers of one centre, or a dossier and lists. */
  | { readonly of: 'choice'; readonly fault: { readonly file: string; readonly centre: string } };

const decoder = new TextDecoder('windows-1252');
const windows1252 = (bytes: Uint8Array) => decoder.decode(bytes);

/**
 * Reads dossiers and Cyclades' lists, of one centre or of several: what they say centre by centre, or every reason why
 * not. Nothing is taken of files of which one is faulty.
 * @param published the specialities that a centre's lists must keep to
 */
export async function readFiles(
  files: readonly SourceFile[],
  published: (centre: string) => Promise<readonly Speciality[]>,
): Promise<Result<readonly CentreImport[], readonly FileFault[]>> {
  const faults: FileFault[] = [];
  const imports = new Map<string, CentreImport>();
  const lists = new Map<string, SourceFile[]>();
  const add = (each: CentreImport) => {
    const { code } = each.content.session.centre;
    if (imports.has(code)) faults.push({ of: 'choice', fault: { file: each.content.source, centre: code } });
    else imports.set(code, each);
  };
  for (const file of files) {
    if (isDossier(file)) {
      const read = readDossier(file);
      if (read.ok) add({ content: contentOfDossier(read.value, file.name), leftOut: [] });
      else faults.push(...read.error.map((fault) => ({ of: 'dossier', fault }) as const));
      continue;
    }
    const read = readCyclades([file], [], windows1252);
    if (read.ok) lists.set(read.value.centre.code, [...(lists.get(read.value.centre.code) ?? []), file]);
    else faults.push(...read.error.map((fault) => ({ of: 'list', fault }) as const));
  }
  for (const [centre, some] of lists) {
    const read = readCyclades(some, await published(centre), windows1252);
    if (read.ok) add({ content: contentOfCyclades(read.value), leftOut: read.value.leftOut });
    else faults.push(...read.error.map((fault) => ({ of: 'list', fault }) as const));
  }
  return faults.length > 0 ? err(faults) : ok([...imports.values()]);
}

function isDossier({ name, bytes }: SourceFile): boolean {
  return name.toLowerCase().endsWith('.json') || notationOf(windows1252(bytes.subarray(0, 400))) === 'json';
}
