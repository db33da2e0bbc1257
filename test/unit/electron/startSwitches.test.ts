import { describe, expect, it } from 'vitest';
import { refusedSwitches } from '../../../electron/startSwitches';

describe('a released program', () => {
  it('starts with its own switches, and those that help a screen', () => {
    const given = ['--demonstration', '--verifier-installation', '--ozone-platform=wayland', '--disable-gpu', 'a file'];
    expect(refusedSwitches(given, 'linux')).toEqual([]);
  });

  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '--user-data-dir=/tmp/x',
    '--user-data=/tmp/x',
    '--no-sandbox',
    '--disable-web-security',
    '--js-flags=--expose-gc',
    '--renderer-cmd-prefix=gdb',
    '-inspect',
    '-demonstration',
    '--Demonstration',
    '--demonstration-of-something',
    '--',
  ])('does not start with %s', (given) => {
    expect(refusedSwitches(['--demonstration', given], 'linux')).toEqual([given]);
  });

  it('does not start with a switch in the manner of Windows, which elsewhere is a path', () => {
    expect(refusedSwitches(['/remote-debugging-port=9222'], 'win32')).toEqual(['/remote-debugging-port=9222']);
    expect(refusedSwitches(['/home/secretariat/a.pdf'], 'linux')).toEqual([]);
  });
});
