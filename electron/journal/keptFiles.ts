import type { FileStore } from './fileStore';
import { decodeHeader, HEADER_BYTES } from './recordFormat';

/** A file of the black box. */
export interface KeptFile {
  readonly number: number;
  /** Set aside when it was found damaged; what is whole in it counts. */
  readonly damaged: boolean;
  name: string;
}

const namePattern = /^journal-(\d{6})(-damaged)?\.cachet$/;

/** The files of a black box among these names, in the order in which they were written. */
export function keptFiles(names: readonly string[]): readonly KeptFile[] {
  return names
    .flatMap((name) => {
      const [, number, damaged] = namePattern.exec(name) ?? [];
      return number ? [{ name, number: Number(number), damaged: damaged !== undefined }] : [];
    })
    .sort((a, b) => a.number - b.number);
}

/** How many bytes of each file count, where the file after it says so. */
export async function countedLengths(
  files: Pick<FileStore, 'readAt'>,
  kept: readonly KeptFile[],
): Promise<ReadonlyMap<number, number>> {
  const lengths = new Map<number, number>();
  for (const { name } of kept) {
    const before = decodeHeader(await files.readAt(name, 0, HEADER_BYTES))?.before;
    if (before) lengths.set(before.file, before.length);
  }
  return lengths;
}
