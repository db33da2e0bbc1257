/** The part of yauzl that unzip.mjs uses: the package has no types of its own. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  interface Entry {
    readonly fileName: string;
    readonly externalFileAttributes: number;
  }
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
  }
  export function openPromise(file: string): Promise<ZipFile>;
}

/** What Electron's own default app uses and its published types leave out. */
declare namespace Electron {
  interface App {
    setVersion(version: string): void;
    setAppPath(folder: string): void;
  }
}
