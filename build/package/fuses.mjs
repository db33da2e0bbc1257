import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** How every fuse of a packaged program is set. Of the older Electron, which has no trap handlers, all the others. */
export const fuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

/**
 * Sets every fuse of a packaged program. Throws when the program has a fuse that nothing here decides.
 * @param {string} program the executable, or on macOS the .app folder
 */
export async function setFuses(program) {
  const wire = await getCurrentFuseWire(program);
  const hasTrapHandlers = Object.hasOwn(wire, FuseV1Options.WasmTrapHandlers);
  await flipFuses(program, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    ...fuses,
    ...(hasTrapHandlers && { [FuseV1Options.WasmTrapHandlers]: true }),
  });
}
