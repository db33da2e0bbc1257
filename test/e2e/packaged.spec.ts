import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { install } from '../../build/package/boot.mjs';
import { fuses } from '../../build/package/fuses.mjs';
import { root } from '../support/launch';

const made = path.join(root, 'dist/trial');
const archive = 'program/resources/app.asar';

/** What was packaged, once for all tests, in the form that people get: nothing is switched off for these tests. */
let program: ReturnType<typeof install>;

// one after the other, on one program: the last test changes it
test.describe.configure({ mode: 'default' });

test.beforeAll(() => {
  const packaging = spawnSync(process.execPath, ['build/package.mjs', 'dir', '--trial'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(packaging.status, packaging.stdout + packaging.stderr).toBe(0);
  const unpacked = readdirSync(made).find((name) => name.endsWith('-unpacked')) ?? '';
  program = install(path.join(made, unpacked), 'cachet-essai');
});

test.afterAll(() => program.remove());

test('every fuse of the packaged program is set as it must be', async () => {
  const wire = await getCurrentFuseWire(program.program);
  const read = Object.entries(wire).flatMap(([fuse, state]) =>
    fuse === 'version' ? [] : [[FuseV1Options[Number(fuse)], state === FuseState.ENABLE]],
  );
  const wanted = Object.entries(fuses).map(([fuse, on]) => [FuseV1Options[Number(fuse)], on]);
  expect(wanted).toEqual(expect.arrayContaining(read));
  expect(Object.fromEntries(read)).toMatchObject({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    GrantFileProtocolExtraPrivileges: false,
  });
});

test('the archive holds the four builds and their package.json: no package, no source map, no script', () => {
  const file = path.join(program.place, archive);
  const held = listPackage(file, { isPack: false }).map((name) => name.split(path.sep).join('/'));
  const folders = new Set(held.map((name) => name.split('/').slice(1, 4).join('/')));
  expect([...folders].sort()).toEqual([
    'out',
    'out/app',
    'out/app/main',
    'out/app/preload',
    'out/app/renderer',
    'out/app/stretch',
    'package.json',
  ]);
  expect(held.filter((name) => /\.map$|\.node$|node_modules/.test(name))).toEqual([]);
  const metadata = JSON.parse(extractFile(file, 'package.json').toString());
  expect(metadata).toMatchObject({ name: 'cachet-essai', main: 'out/app/main/index.js' });
  expect(Object.keys(metadata)).not.toEqual(expect.arrayContaining(['scripts']));
  expect(Object.keys(metadata)).not.toEqual(expect.arrayContaining(['devDependencies']));
});

test('boots as packaged, whatever the environment says, and finds itself well', async () => {
  const planted = path.join(program.home, 'planted');
  const plant = path.join(program.place, 'plant.cjs');
  writeFileSync(plant, `require('node:fs').writeFileSync(${JSON.stringify(planted)}, '')`);
  const { code, said } = await program.start(['--verifier-installation'], {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: `--require=${plant}`,
    CACHET_USER_DATA: planted,
  }).ended;
  const seen = JSON.parse(said);
  expect(seen).toMatchObject({
    name: 'Cachet-essai',
    packaged: true,
    page: {
      address: 'app://cachet/index.html',
      title: 'Cachet',
      language: 'fr',
      secure: true,
      isolated: true,
      node: false,
      persisted: true,
      sandboxed: true,
    },
    requestsRefused: 0,
    faults: [],
  });
  expect(seen.page.policy).toMatch(/^default-src 'none'; script-src 'self'; /);
  expect(code).toBe(0);
  expect(existsSync(planted)).toBe(false);
  expect(seen.screens).toEqual([
    {
      headings: [
        'Bienvenue dans Cachet',
        'Préparer un vrai examen',
        'Rattacher au siège',
        'Rejoindre un centre',
        'Découvrir Cachet',
        'Reprendre une copie de secours',
      ],
      buttons: [
        'Importer un dossier',
        'Rattacher au siège',
        'Rejoindre un centre',
        'Essayer avec un centre de démonstration',
        'Reprendre une copie',
      ],
      focused: 'Importer un dossier',
    },
    { headings: ['Bienvenue dans Cachet'], buttons: ['Revenir au choix', 'Choisir des fichiers…'], focused: null },
  ]);
  expect(filesIn(program.home).filter((name) => /device\.key|journal|IndexedDB/.test(name))).toEqual([]);
});

test('refuses to start with a debugger, another profile, no sandbox or any switch it does not know', async () => {
  for (const given of [
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect=0',
    '--inspect-brk=0',
    '-inspect',
    `--user-data-dir=${program.home}/other`,
    `--user-data=${program.home}/other`,
    '--no-sandbox',
    '--disable-web-security',
    '--js-flags=--expose-gc',
    '--log-net-log=log.json',
  ]) {
    const { code, complained } = await program.start([given]).ended;
    expect(code, given).toBe(2);
    expect(complained).toContain(`Cachet ne démarre pas avec ${given}\u202F: cette option ouvrirait les données`);
    expect(complained).not.toMatch(/listening on/i);
  }
  // Chromium makes the folder it is given before any code of ours runs: nothing of the centre may be in it
  expect(filesIn(program.home).filter((name) => /device\.key|journal|IndexedDB/.test(name))).toEqual([]);
});

test('works on its own profile, once, and a page that is killed comes back', async () => {
  const profile = path.join(program.home, '.config/Cachet-essai');
  const elsewhere = path.join(program.home, 'elsewhere');
  const { child, ended } = program.start([], { CACHET_USER_DATA: elsewhere });
  await expect.poll(() => existsSync(path.join(profile, 'IndexedDB'))).toBe(true);
  const second = await program.start(['cachet://hostile/link']).ended;
  expect(second.code).toBe(0);
  expect(existsSync(elsewhere)).toBe(false);
  if (process.platform === 'linux') {
    const [page] = pages();
    if (page === undefined) throw new Error('no process shows a page');
    process.kill(page, 'SIGKILL'); // no other signal reaches it: it is the first process of its own namespace
    await expect.poll(() => pages().some((pid) => pid !== page)).toBe(true);
  }
  child.kill();
  await ended;
});

const filesIn = (folder: string) => readdirSync(folder, { recursive: true }).map(String);

/** The processes that show a page of this program. */
function pages(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const file = `/proc/${pid}/cmdline`;
      if (!existsSync(file)) return false;
      try {
        const line = readFileSync(file, 'utf8');
        return line.startsWith(program.program) && line.includes('--type=renderer');
      } catch {
        return false; // it ended meanwhile
      }
    })
    .map(Number);
}

if (process.platform === 'linux') {
  // elsewhere Electron itself refuses it, before any code of ours
  test('a changed program does not start, and says so; asked to look at itself, it names what is changed', async () => {
    const file = path.join(program.place, archive);
    const bytes = readFileSync(file);
    const at = bytes.indexOf('Bienvenue dans Cachet');
    bytes.write('Malvenue', at);
    writeFileSync(file, bytes);
    const { code, complained } = await program.start([]).ended;
    expect(code).toBe(3);
    expect(complained).toContain('a été modifié ou abîmé (resources/app.asar). Les saisies ne sont pas touchées.');
    const looked = await program.start(['--verifier-installation']).ended;
    expect(looked.code).toBe(1);
    expect(JSON.parse(looked.said)).toMatchObject({
      files: { damaged: ['resources/app.asar'] },
      faults: ['Des fichiers du programme ont été modifiés, abîmés ou manquent. Réinstallez Cachet.'],
    });
  });
}
