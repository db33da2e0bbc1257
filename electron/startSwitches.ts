import type { CommandLine } from 'electron';

/** What would open a released program to whoever starts it: debuggers, another profile, no sandbox. */
const refusedWhenPackaged = [
  'inspect',
  'inspect-brk',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'user-data',
  'user-data-dir',
  'no-sandbox',
  'disable-web-security',
] as const;

/** The switches for which a released program must not start. */
export function refusedSwitches(commandLine: Pick<CommandLine, 'hasSwitch'>): readonly string[] {
  return refusedWhenPackaged.filter((name) => commandLine.hasSwitch(name));
}
