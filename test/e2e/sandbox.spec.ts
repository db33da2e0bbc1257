import { chmodSync, chownSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import { electronDist, electronSwitches } from '../../build/electronDist.mjs';
import { expect, inherited, root, test } from '../support/launch';

const nobody = 65534;

/** How to start the built application with the sandbox on: as somebody else, from copies they can read, if this is root. */
async function unprivileged(profile: string) {
  const dist = await electronDist();
  if (process.getuid?.() !== 0)
    return { executable: path.join(dist, 'electron'), application: root, env: {}, remove: () => {} };
  const copies = mkdtempSync(path.join(os.tmpdir(), 'cachet-nobody-'));
  chmodSync(copies, 0o755);
  cpSync(dist, path.join(copies, 'electron'), { recursive: true });
  cpSync(path.join(root, 'out/app'), path.join(copies, 'application/out/app'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(copies, 'application/package.json'));
  chownSync(profile, nobody, nobody);
  return {
    executable: path.join(root, 'test/support/asNobody.sh'),
    application: path.join(copies, 'application'),
    env: { NOBODY_ELECTRON: path.join(copies, 'electron') },
    remove: () => rmSync(copies, { recursive: true, force: true }),
  };
}

test('the window’s process is sandboxed for an ordinary user', async ({ profile }) => {
  const { executable, application, env, remove } = await unprivileged(profile);
  const app = await electron.launch({
    executablePath: executable,
    chromiumSandbox: true,
    cwd: root,
    args: [...electronSwitches().filter((name) => name !== '--no-sandbox'), application],
    env: { ...inherited(), ...env, CACHET_USER_DATA: profile, CACHET_KEYCHAIN: path.join(profile, 'keychain') },
  });
  const page = await app.firstWindow();
  await page.waitForFunction(() => document.readyState === 'complete');
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  expect(status).toMatch(/^Seccomp:\s+2$/m);
  expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
  expect(await app.evaluate(({ app: main }) => main.commandLine.hasSwitch('no-sandbox'))).toBe(false);
  await app.close();
  remove();
});
