import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/**
 * How every fuse of a packaged program is set.
 * @type {Record<FuseV1Options, boolean>}
 */
export const fuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/**
 * Sets every fuse of a packaged program. Throws when the program has a fuse that nothing here decides.
 * @param {string} program the executable, or on macOS the .app folder
 */
export async function setFuses(program) {
  const wire = await getCurrentFuseWire(program);
  // what this Electron lacks (the older one has no trap handlers) cannot be set; what it has and is not here is refused
  const present = Object.entries(fuses).filter(([fuse]) => Object.hasOwn(wire, fuse));
  const missing = Object.keys(wire).filter((fuse) => fuse !== 'version' && !Object.hasOwn(fuses, fuse));
  if (missing.length > 0) throw new Error(`this Electron has fuses that nothing decides: ${missing.join(', ')}`);
  await flipFuses(program, { version: FuseVersion.V1, ...Object.fromEntries(present) });
}
