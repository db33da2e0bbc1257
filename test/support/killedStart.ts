import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import { electronCommand, electronEnvironment, electronSwitches } from '../../build/electronDist.mjs';
import { keychain } from './keychain';
import { inherited, root } from './launch';

/** How long, in milliseconds, a start that touches its files no more is taken to be over, and ended where it is. */
const quietFor = 8000;

/** Where the files of a profile lie whose changes are moments of a start. */
const folders = ['', 'journal', 'exchange', 'IndexedDB/app_cachet_0.indexeddb.leveldb'];

/** A moment of a start: the so manieth time that something happens to a file of the profile whose name begins so. */
export interface Moment {
  readonly file: string;
  readonly times: number;
  /** Whether the start may be over before it comes; it is waited for, however long it takes, where it may not. */
  readonly perhaps?: true;
}

/**
 * Starts an application on a profile and kills all of its processes (SIGKILL) at a moment of that start. Resolves to
 * whether the moment came; where it may not come, it is killed once it has been quiet.
 */
export async function killedStart(
  profile: string,
  { application = root, env = {} }: { readonly application?: string; readonly env?: Readonly<Record<string, string>> },
  { file, times, perhaps }: Moment,
): Promise<boolean> {
  const started = spawn(process.execPath, [electronCommand, application, ...electronSwitches()], {
    cwd: root,
    detached: true,
    stdio: 'ignore',
    env: {
      ...inherited(),
      ...(await electronEnvironment()),
      CACHET_USER_DATA: profile,
      CACHET_KEYCHAIN: keychain,
      ...env,
    },
  });
  const closed = once(started, 'close');
  const { pid } = started;
  if (pid === undefined) throw new Error('the application was not started');
  let left = times;
  const came = await new Promise<boolean>((resolve) => {
    let quiet: NodeJS.Timeout | null = null;
    // each folder by itself: where the system cannot watch a whole tree, Node looks for what is new, and may be late
    const watchers = folders
      .filter((folder) => existsSync(path.join(profile, folder)))
      .map((folder) =>
        watch(path.join(profile, folder), (_event, name) => {
          if (quiet) clearTimeout(quiet);
          if (perhaps) quiet = setTimeout(() => end(false), quietFor);
          if (path.join(folder, name ?? '').startsWith(file) && --left === 0) end(true);
        }),
      );
    const end = (reached: boolean) => {
      process.kill(-pid, 'SIGKILL');
      if (quiet) clearTimeout(quiet);
      for (const watcher of watchers) watcher.close();
      resolve(reached);
    };
  });
  await closed;
  return came;
}
