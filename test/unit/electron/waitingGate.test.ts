import type { IpcMainInvokeEvent } from 'electron';
import { expect, test } from 'vitest';
import type { Listener } from '../../../electron/bridge/serve';
import { waitingGate } from '../../../electron/bridge/waitingGate';
import { methodNames } from '../../../shared/bridge/names';

const event: IpcMainInvokeEvent = Object.create(null);

test('what a window asks before anyone answers waits, and is then answered', async () => {
  const outer = new Map<string, Listener>();
  const gate = waitingGate({ handle: (channel, listener) => outer.set(channel, listener) });
  expect([...outer.keys()]).toEqual(methodNames.map((name) => `cachet:${name}`));
  const early = outer.get('cachet:lock')?.(event, 'early');
  gate.handle('cachet:lock', async (_event, raw) => `${raw} answered`);
  expect(await early).toBe('early answered');
  expect(await outer.get('cachet:lock')?.(event, 'late')).toBe('late answered');
});

test('a channel that no window knows is a bug', () => {
  const gate = waitingGate({ handle: () => undefined });
  expect(() => gate.handle('cachet:other', async () => null)).toThrow('no window knows');
});
