import { describe, expect, it } from 'vitest';
import { lockFaults } from '../../../build/lockcheck.mjs';

const lock = (packages: object) => JSON.stringify({ packages });

describe('lock file', () => {
  it('passes when each platform’s package is there and no registry is named', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { 'a-linux': '1' } },
      'node_modules/a-linux': {},
    };
    expect(lockFaults(lock(packages), {})).toEqual([]);
  });

  it('finds a platform’s package that was dropped, and an address', () => {
    const packages = {
      'node_modules/a': { resolved: 'https://example.invalid/a', optionalDependencies: { 'a-win': '1' } },
    };
    expect(lockFaults(lock(packages), {})).toEqual([
      'package-lock.json: node_modules/a holds the address of a registry',
      'package-lock.json: node_modules/a names a-win, which is missing',
    ]);
  });

  it('finds an install script that is not denied', () => {
    const packages = { 'node_modules/a/node_modules/b': { hasInstallScript: true } };
    expect(lockFaults(lock(packages), { b: false })).toEqual([]);
    expect(lockFaults(lock(packages), {})).toEqual([
      'package-lock.json: node_modules/a/node_modules/b has an install script that package.json does not deny',
    ]);
  });
});
