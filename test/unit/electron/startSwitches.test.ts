import { expect, it } from 'vitest';
import { refusedSwitches } from '../../../electron/startSwitches';

const given = (...names: string[]) => ({ hasSwitch: (name: string) => names.includes(name) });

it('a released program does not start with a debugger, another profile or no sandbox', () => {
  expect(refusedSwitches(given('demonstration', 'lang'))).toEqual([]);
  expect(refusedSwitches(given('no-sandbox', 'remote-debugging-port', 'user-data', 'demonstration'))).toEqual([
    'remote-debugging-port',
    'user-data',
    'no-sandbox',
  ]);
});
