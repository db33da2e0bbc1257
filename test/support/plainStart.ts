import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { electronCommand, electronEnvironment, electronSwitches } from '../../build/electronDist.mjs';
import { inherited, root } from './launch';

/** Starts the application with nobody listening to its windows and waits until it ends: its exit code, and its last words. */
export async function plainStart(
  profile: string,
  switches: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const started = spawn(process.execPath, [electronCommand, root, ...electronSwitches(), ...switches], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...inherited(), ...(await electronEnvironment()), CACHET_USER_DATA: profile, ...env },
  });
  let said = '';
  started.stderr.on('data', (words) => {
    said += words;
  });
  const [exitCode] = await once(started, 'close');
  return { exitCode, said };
}
