import { chmodSync, rmSync } from 'node:fs';
import path from 'node:path';
import { path7za } from '7zip-bin';
import { root } from '../nodeModules.mjs';
import { noteFingerprints } from './fingerprints.mjs';
import { setFuses } from './fuses.mjs';

/** @import { AfterPackContext, Configuration } from 'electron-builder' */
/** @import { Plan } from './plan.mjs' */

/** What an Electron folder holds for developers, and a packaged program does not. */
const forDevelopers = ['resources/default_app.asar', 'version'];

/**
 * On Linux electron-builder would fetch 7-Zip and fpm from GitHub: the one comes from the package registry, locked, and the
 * other is our own few lines over dpkg-deb.
 */
export function preferLocalTools() {
  if (process.platform !== 'linux') return;
  chmodSync(path7za, 0o755);
  process.env.ELECTRON_BUILDER_7ZIP_PATH = path7za;
  process.env.CUSTOM_FPM_PATH = path.join(import.meta.dirname, 'debPackage.mjs');
}

/** @param {AfterPackContext} context @param {string} executableName */
async function finish({ appOutDir, electronPlatformName, packager }, executableName) {
  for (const file of forDevelopers) rmSync(path.join(appOutDir, file), { force: true });
  const name = packager.appInfo.productFilename;
  const programs = { linux: executableName, win32: `${name}.exe`, darwin: `${name}.app` };
  const program = Object.entries(programs).find(([system]) => system === electronPlatformName)?.[1];
  if (program === undefined) throw new Error(`no program for ${electronPlatformName}`);
  await setFuses(path.join(appOutDir, program));
  // elsewhere Electron itself checks app.asar against what is written in the signed program
  if (electronPlatformName === 'linux') noteFingerprints(appOutDir);
}

/**
 * How electron-builder makes every package.
 * @param {Plan} plan
 * @param {{ folder: string, name: string }} application what goes into app.asar
 * @param {{ version: string, folder: string | null }} electron its folder, or null to let electron-builder fetch it
 * @returns {Configuration}
 */
export function builderConfig({ trial }, application, electron) {
  return {
    appId: trial ? 'fr.cachet.essai' : 'fr.cachet',
    executableName: application.name,
    copyright: 'Cachet, MIT',
    directories: {
      app: path.relative(root, application.folder),
      output: trial ? 'dist/trial' : 'dist/release',
      buildResources: 'build/package/resources',
    },
    files: ['**/*'],
    asar: true,
    // everything is bundled: false says that no package goes in, else the builder would search this repository for some
    beforeBuild: async () => false,
    electronVersion: electron.version,
    ...(electron.folder !== null && { electronDist: electron.folder }),
    electronLanguages: ['fr', 'en-US'],
    compression: 'store',
    publish: null,
    afterPack: (context) => finish(context, application.name),
    linux: {
      category: 'Office',
      synopsis: 'Le bureau d’un centre d’examen',
      description: 'Appel, placement, incidents et procès-verbaux d’un centre d’examen, sans réseau.',
      maintainer: 'Cachet <cachet@example.invalid>',
    },
    deb: { compression: trial ? 'gz' : 'xz' },
    win: { target: ['nsis', 'portable'], verifyUpdateCodeSignature: false },
    nsis: { oneClick: false, perMachine: true, allowToChangeInstallationDirectory: true, language: '1036' },
    mac: { target: ['dmg', 'zip'], category: 'public.app-category.education', hardenedRuntime: true },
  };
}
