// Node's built-ins only, and modules that load nothing else: on a fresh clone there is nothing else yet.
import { spawn } from 'node:child_process';
import { root } from './nodeModules.mjs';
import { playwright, prepare } from './playwright.mjs';

await prepare().catch((error) => {
  console.error(`Cachet cannot start: ${error.message}`);
  process.exit(1);
});
const { electronCommand, electronEnvironment, electronSwitches, hasDisplay } = await import('./electronDist.mjs');

if (hasDisplay()) {
  const args = [electronCommand, ...electronSwitches(), root, '--demonstration', ...process.argv.slice(2)];
  const env = { ...process.env, ...(await electronEnvironment()) };
  const electron = spawn(process.execPath, args, { stdio: 'inherit', env });
  electron.on('exit', (code) => process.exit(code ?? 1));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => electron.kill(signal));
} else {
  const status = playwright('tour', { args: ['--reporter=line'] });
  console.log(
    `\nThere is no display here, so no window could be shown. Instead the same application was driven through its tour
without one, on a demonstration centre: look at the screenshots and the printed pages in out/tour.${
      status === 0 ? '' : '\nThe tour did not reach its end: what stopped it is told above.'
    }`,
  );
  process.exitCode = status;
}
