/** Asks the program to look at its own installation and tell, instead of opening a desk to work at. */
export const inspectionSwitch = 'verifier-installation';

/** What a released program may be started with: its own two switches, and what helps a screen that shows nothing. */
const allowed = new Set([
  'demonstration',
  inspectionSwitch,
  'disable-gpu',
  'force-device-scale-factor',
  'ozone-platform',
  'ozone-platform-hint',
]);

/**
 * The switches for which a released program must not start: all but the few above. Chromium and Node know hundreds that
 * open it to whoever starts it (debuggers, another profile, no sandbox, other programs to run), and more with each version.
 * @param given the command line after the program's name
 */
export function refusedSwitches(given: readonly string[], platform: NodeJS.Platform): readonly string[] {
  const prefix = platform === 'win32' ? /^(?:-|\/)/ : /^-/;
  return given.filter((argument) => prefix.test(argument) && !allowed.has(nameOf(argument)));
}

/** Allowed names are written with two dashes only: what is written otherwise has no name. */
function nameOf(argument: string): string {
  return /^--([a-z][a-z-]*)(?:=|$)/.exec(argument)?.[1] ?? '';
}
