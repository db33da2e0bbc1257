import { describe, expect, it } from 'vitest';
import { electronRefusal, planOf } from '../../../build/package/plan.mjs';

describe('npm run package', () => {
  it('makes an unpacked folder for this system when nothing is asked', () => {
    expect(planOf([], 'linux')).toEqual({ plan: { system: 'linux', targets: ['dir'], trial: false, boot: false } });
    expect(planOf(['dir', '--trial', '--boot'], 'darwin')).toEqual({
      plan: { system: 'darwin', targets: ['dir'], trial: true, boot: true },
    });
  });

  it.each([
    ['deb', 'linux'],
    ['tar.gz', 'linux'],
    ['nsis', 'win32'],
    ['portable', 'win32'],
    ['dmg', 'darwin'],
    ['zip', 'darwin'],
  ])('knows that %s is for %s', (target, system) => {
    expect(planOf([target], 'linux')).toMatchObject({ plan: { system, targets: [target] } });
  });

  it.each([
    [['rpm'], 'unknown: rpm'],
    [['--sign'], 'unknown: --sign'],
    [['deb', 'nsis'], 'one system at a time'],
    [['nsis', '--boot'], '--boot starts'],
    [['tar.gz', '--boot'], '--boot starts'],
    [['deb', 'dir', '--boot'], '--boot starts'],
  ])('refuses %j', (args, because) => {
    const read = planOf(args, 'linux');
    expect('refusal' in read && read.refusal).toContain(because);
  });

  it('refuses a release of another Electron than the locked one as its makers publish it', () => {
    const trial = { trial: true };
    const release = { trial: false };
    expect(electronRefusal(release, { official: true, version: '45.4.1' }, '45.4.1')).toBeNull();
    expect(electronRefusal(release, { official: true, version: '44.0.0' }, '45.4.1')).toContain('Electron 44.0.0');
    expect(electronRefusal(release, { official: false, version: '45.4.1' }, '45.4.1')).toContain('another source');
    expect(electronRefusal(release, { official: false, version: '33.2.1' }, '45.4.1')).toContain('--trial');
    expect(electronRefusal(trial, { official: false, version: '33.2.1' }, '45.4.1')).toBeNull();
  });
});
