import { closeSync, fsyncSync, openSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** As PGlite starts PostgreSQL, but for `-F`: with it a commit would not wait for the disk. */
export const syncedStart = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync', // the only way of syncing that reaches `fsync` below
];

/**
 * PGlite's files in a folder, synced for real: its own folder takes `fsync` for done without asking the system, so that
 * a power cut would take back what was committed. Used with `syncedStart`.
 */
export class SyncedFolder extends NodeFS {
  override async init(...[lite, options]: Parameters<NodeFS['init']>) {
    const { emscriptenOpts } = await super.init(lite, options);
    const { preRun = [] } = emscriptenOpts;
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [...preRun, ({ NODEFS }: Parameters<(typeof preRun)[number]>[0]) => syncing(NODEFS)],
      },
    };
  }
}

interface Stream {
  /** The system's descriptor; folders have none. */
  readonly nfd?: number;
  readonly node: object;
}

/** The part of Emscripten's file system that is changed here. */
interface NodeFiles {
  realPath(node: object): string;
  readonly stream_ops: { fsync?: (stream: Stream) => number };
}

function syncing(files: NodeFiles): void {
  files.stream_ops.fsync = ({ nfd, node }) => {
    if (nfd !== undefined) fsyncSync(nfd);
    else if (process.platform !== 'win32') syncFolder(files.realPath(node));
    return 0;
  };
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
