import type { App } from 'electron';

/** Development and tests keep each run's data apart, by `--user-data=` or CACHET_USER_DATA; a released program does not. */
export function chooseProfile(app: App, environment: NodeJS.ProcessEnv): void {
  if (app.isPackaged) return;
  const folder = app.commandLine.getSwitchValue('user-data') || environment.CACHET_USER_DATA;
  if (folder) app.setPath('userData', folder);
}
