import { EventEmitter } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { rollCopies } from '../../../electron/copies/rolling';
import { unwrap } from '../../../shared/kernel/result';
import { aRoom, CopyMachine } from '../../support/copyMachine';

/** The application as far as quitting goes: `quit` ends it unless somebody holds it back. */
class AnApp extends EventEmitter {
  ended: () => void = () => undefined;
  readonly end = new Promise<void>((resolve) => {
    this.ended = resolve;
  });

  quit(): void {
    let held = false;
    this.emit('before-quit', {
      preventDefault: () => {
        held = true;
      },
    });
    if (!held) this.ended();
  }
}

const machines: CopyMachine[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const machine of machines.splice(0)) await machine.remove();
});

async function rolling() {
  const machine = new CopyMachine();
  machines.push(machine);
  const started = await machine.start();
  await started.publish();
  unwrap(await started.safe.start(machine.usb, false));
  const app = new AnApp();
  await rollCopies(app, Promise.resolve(started));
  return { app, ...started };
}

test('what was said since the last copy is copied before Cachet ends', async () => {
  const { app, safe, say } = await rolling();
  await say(aRoom('A'));
  expect(safe.state.missing).toBe(1);
  app.quit();
  await app.end;
  expect(safe.state).toMatchObject({ missing: 0, trouble: null, last: { entries: 2 } });
});

test('Cachet ends at once when nothing is missing, and in any case when the key hangs', async () => {
  const { app, safe } = await rolling();
  app.quit();
  await app.end;
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval'] });
  const other = new AnApp();
  const never = () => new Promise<never>(() => undefined);
  const hanging = { state: { ...safe.state, missing: 1 }, copy: never, copyWhenDue: never };
  await rollCopies(other, Promise.resolve({ safe: hanging }));
  other.quit();
  await vi.advanceTimersByTimeAsync(20_000);
  await other.end;
  expect(hanging.state.missing).toBe(1);
});
