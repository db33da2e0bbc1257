import { expect, it } from 'vitest';
import { installationFaults } from '../../../../electron/installation/faults';
import type { Installation } from '../../../../electron/installation/report';

const page: Installation['page'] = {
  address: 'app://cachet/index.html',
  title: 'Cachet',
  language: 'fr',
  policy: "default-src 'none'; script-src 'self'",
  secure: true,
  isolated: true,
  node: false,
  persisted: true,
  sandboxed: true,
};

const well: Installation = {
  name: 'Cachet',
  version: '1.0.0',
  packaged: true,
  electron: '45.4.1',
  chromium: '1',
  platform: 'linux',
  arch: 'x64',
  files: { checked: 2, damaged: [] },
  page,
  screens: [
    { headings: ['Bienvenue'], buttons: ['Importer'], focused: 'Importer' },
    { headings: ['Bienvenue'], buttons: ['Revenir'], focused: null },
  ],
  requestsRefused: 0,
  journal: {
    entries: 0,
    expected: null,
    absent: true,
    tornBytes: 0,
    damagedFiles: 0,
    stranded: 0,
    forged: 0,
    unreadable: 0,
    unwritable: null,
    deviceKey: 'created',
    clonedDevices: 0,
    laterFiles: [],
  },
};

it('finds nothing wrong with a sound installation, nor where Electron checks the files itself', () => {
  expect(installationFaults(well)).toEqual([]);
  expect(installationFaults({ ...well, files: null })).toEqual([]);
});

it.each<[string, Partial<Installation>]>([
  ['not-packaged', { packaged: false }],
  ['files-damaged', { files: { checked: 2, damaged: ['resources/app.asar'] } }],
  ['keyboard-deaf', { screens: [...well.screens.slice(0, 1), ...well.screens.slice(0, 1)] }],
  ['page-open', { page: { ...page, node: true } }],
  ['page-open', { page: { ...page, policy: '' } }],
  ['page-open', { page: { ...page, policy: "default-src 'none'; script-src 'unsafe-eval'" } }],
  ['page-open', { page: { ...page, isolated: false } }],
  ['not-sandboxed', { page: { ...page, sandboxed: false } }],
  ['storage-reclaimable', { page: { ...page, persisted: false } }],
  ['network-tried', { requestsRefused: 1 }],
  ['journal-closed', { journal: { ...well.journal, unwritable: 'read-only' } }],
])('%s', (fault, seen) => {
  expect(installationFaults({ ...well, ...seen })).toEqual([fault]);
});

it('a page that shows nothing is missing, and deaf', () => {
  const nothing = { headings: [], buttons: [], focused: null };
  expect(installationFaults({ ...well, screens: [nothing, nothing] })).toEqual(['page-missing', 'keyboard-deaf']);
});
