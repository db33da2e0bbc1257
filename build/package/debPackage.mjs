#!/usr/bin/env node
// Stands in for fpm, which electron-builder would fetch from GitHub with a Ruby of its own: the part of its command line
// that makes a .deb, on dpkg-deb alone.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    input: { type: 'string', short: 's' },
    output: { type: 'string', short: 't' },
    depends: { type: 'string', short: 'd', multiple: true, default: [] },
    force: { type: 'boolean' },
    'deb-recommends': { type: 'string', multiple: true, default: [] },
    'deb-priority': { type: 'string', default: 'optional' },
    'deb-compression': { type: 'string', default: 'xz' },
    architecture: { type: 'string' },
    'after-install': { type: 'string', default: '' },
    'after-remove': { type: 'string', default: '' },
    description: { type: 'string', default: '' },
    version: { type: 'string' },
    package: { type: 'string', default: '' },
    name: { type: 'string' },
    maintainer: { type: 'string' },
    vendor: { type: 'string' },
    url: { type: 'string' },
    license: { type: 'string' },
  },
});
if (values.input !== 'dir' || values.output !== 'deb') throw new Error('only -s dir -t deb is known here');

/** Copies `from=to` into the package's tree, with modes, but icons and the like readable by everyone. */
function place(/** @type {string} */ tree, /** @type {string} */ source) {
  const at = source.lastIndexOf('=');
  const from = source.slice(0, at);
  const to = path.join(tree, source.slice(at + 1));
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
  if (statSync(from).isFile()) chmodSync(to, 0o644);
}

/** What dpkg is told of the package. */
function control(/** @type {string} */ size) {
  const [first = '', ...rest] = values.description.trim().split('\n');
  const fields = {
    Package: values.name,
    Version: values.version,
    Architecture: values.architecture,
    Maintainer: values.maintainer,
    Vendor: values.vendor,
    License: values.license,
    'Installed-Size': size,
    Depends: values.depends.join(', '),
    Recommends: values['deb-recommends'].join(', '),
    Section: 'default',
    Priority: values['deb-priority'],
    Homepage: values.url,
    Description: [first, ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n'),
  };
  const lines = Object.entries(fields).filter(([, value]) => value);
  return `${lines.map(([field, value]) => `${field}: ${value}`).join('\n')}\n`;
}

const tree = mkdtempSync(path.join(os.tmpdir(), 'cachet-deb-'));
try {
  chmodSync(tree, 0o755);
  for (const source of positionals) place(tree, source);
  const [kibibytes = ''] = execFileSync('du', ['-sk', '--apparent-size', tree], { encoding: 'utf8' }).split('\t');
  mkdirSync(path.join(tree, 'DEBIAN'));
  writeFileSync(path.join(tree, 'DEBIAN/control'), control(kibibytes));
  for (const [script, file] of [
    ['postinst', values['after-install']],
    ['postrm', values['after-remove']],
  ])
    if (script && file) writeFileSync(path.join(tree, 'DEBIAN', script), readFileSync(file), { mode: 0o755 });
  // fpm's word for it is another than dpkg's
  const compression = values['deb-compression'] === 'gz' ? 'gzip' : values['deb-compression'];
  // the second level: a third of the time of the usual sixth, for a tenth more
  const packing = ['--root-owner-group', `-Z${compression}`, '-z2', '--build', tree, values.package];
  execFileSync('dpkg-deb', packing, { stdio: 'inherit' });
} finally {
  rmSync(tree, { recursive: true, force: true });
}
