import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The files of a profile's journal, to be damaged while no program runs on it. */
export function journalFiles(profile: string) {
  const box = path.join(profile, 'journal');
  const base = path.join(profile, 'IndexedDB/app_cachet_0.indexeddb.leveldb');
  const boxFile = () => {
    const [last] = readdirSync(box).sort().reverse();
    if (!last) throw new Error('the black box has no file');
    return path.join(box, last);
  };
  const inBase = (ending: string) => {
    const found = readdirSync(base).filter((name) => name.endsWith(ending) || name === ending);
    if (found.length === 0) throw new Error(`the database has no ${ending}`);
    return found.map((name) => path.join(base, name));
  };
  return {
    deleteBase: () => rmSync(path.join(profile, 'IndexedDB'), { recursive: true }),
    /** Cuts bytes off the end of LevelDB's log; as many as it has when it is shorter. */
    cutBaseLog(bytes: number) {
      for (const file of inBase('.log')) truncateSync(file, Math.max(0, statSync(file).size - bytes));
    },
    /** Changes one byte in the middle of LevelDB's log. */
    flipInBaseLog() {
      for (const file of inBase('.log')) flip(file, Math.floor(statSync(file).size / 2));
    },
    emptyBaseCurrent() {
      for (const file of inBase('CURRENT')) truncateSync(file, 0);
    },
    deleteBaseCurrent() {
      for (const file of inBase('CURRENT')) rmSync(file);
    },
    deleteBox: () => rmSync(box, { recursive: true }),
    cutBox(bytes: number) {
      const file = boxFile();
      truncateSync(file, statSync(file).size - bytes);
    },
    flipInBox: () => flip(boxFile(), Math.floor(statSync(boxFile()).size / 2)),
    /** The journal's files; the ballast beside them comes and goes by the clock. */
    boxNames: () =>
      readdirSync(box)
        .filter((name) => name.startsWith('journal-'))
        .sort(),
    deleteKey: () => rmSync(path.join(profile, 'device.key')),
  };
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  writeFileSync(file, bytes);
}
