// `npm run package`: makes the program that people install. Node's built-ins only until the packages are there.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureNodeModules, root } from './nodeModules.mjs';
import { electronRefusal, planOf } from './package/plan.mjs';

/** @import { Plan } from './package/plan.mjs' */

const read = planOf(process.argv.slice(2), process.platform);
if ('refusal' in read) fail(read.refusal);
else await make(read.plan);

/** @param {string} why */
function fail(why) {
  console.error(`[package] ${why}`);
  process.exitCode = 2;
}

/** @param {Plan} plan */
async function make(plan) {
  ensureNodeModules();
  const electron = await electronFor(plan);
  const refusal = electronRefusal(plan, electron, lockedElectron());
  if (refusal !== null) return fail(refusal);
  const [{ bundle }, { stage }, { builderConfig, preferLocalTools }, { noteSums }, { build, Platform }] =
    await Promise.all([
      import('./bundle.mjs'),
      import('./package/staging.mjs'),
      import('./package/builderConfig.mjs'),
      import('./package/fingerprints.mjs'),
      import('electron-builder'),
    ]);
  await bundle();
  preferLocalTools();
  const application = stage(plan);
  const platform = { linux: Platform.LINUX, win32: Platform.WINDOWS, darwin: Platform.MAC }[plan.system];
  const made = await build({
    projectDir: root,
    targets: platform.createTarget([...plan.targets]),
    config: builderConfig(plan, application, electron),
    publish: 'never',
  });
  noteSums(made.filter((file) => path.extname(file) !== '.blockmap'));
  console.log(
    `[package] ${plan.trial ? 'a trial, not to be handed out' : 'a release'}: ${made.join(', ') || 'unpacked'}`,
  );
  if (plan.boot) await (await import('./package/boot.mjs')).boot(plan, application, made);
}

/** The Electron to pack: for another system than this one, the locked version as electron-builder fetches and checks it. */
async function electronFor(/** @type {Plan} */ plan) {
  if (plan.system !== process.platform) return { official: true, version: lockedElectron(), folder: null };
  const { electronDist, officialElectron } = await import('./electronDist.mjs');
  const official = plan.trial ? null : officialElectron();
  const folder = official ?? (await electronDist());
  const version = readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  return { official: official !== null, version, folder };
}

/** @returns {string} */
function lockedElectron() {
  return createRequire(import.meta.url)('electron/package.json').version;
}
