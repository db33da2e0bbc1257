import { describe, expect, test } from 'vitest';
import type { Levelled } from '../../../renderer/journal/level';
import { laterEntriesText } from '../../../renderer/text/laterEntries';
import { openingNotices, unlevelNotices } from '../../../renderer/text/opening';
import type { OpeningReport } from '../../../shared/bridge/journal';

const calm: OpeningReport = {
  entries: 1204,
  expected: 1204,
  absent: false,
  tornBytes: 0,
  damagedFiles: 0,
  stranded: 0,
  forged: 0,
  unreadable: 0,
  unwritable: null,
  deviceKey: 'known',
  clonedDevices: 0,
  laterFiles: [],
};
const level: Levelled = {
  total: 1204,
  before: 1204,
  emptied: false,
  rebuilt: 0,
  lacked: new Map(),
  adopted: 0,
  refused: 0,
  unreadable: 0,
};

const said = (report: Partial<OpeningReport>, levelled: Partial<Levelled> = {}) =>
  openingNotices({ ...calm, ...report }, { ...level, ...levelled }).map(({ tone, text }) => `${tone}: ${text}`);

describe('what a person is told when the journal opens', () => {
  test('nothing, when all is as it was left, or new', () => {
    expect(said({})).toEqual([]);
    const nothing = { entries: 0, expected: null, absent: true, deviceKey: 'created' } as const;
    expect(said(nothing, { total: 0, before: 0 })).toEqual([]);
  });

  test('R42 entries under a key that this machine no longer has: nothing is lost, and the way out is named', () => {
    expect(
      said({ unreadable: 1204, entries: 0, expected: 1204 }, { total: 0, before: 1204, unreadable: 1204 }),
    ).toEqual([
      'alarm: 1\u202f204\u00a0saisies de la boîte noire sont intactes mais illisibles\u202f: la clé de ce poste a changé. Elles seront relues dès que le code de secours aura été saisi\u202f; demandez-le au siège.',
    ]);
  });

  test('FAULT 43 settings that a later version wrote: which, what becomes of them, and what to do', () => {
    expect(said({ laterFiles: ['enrolment', 'network'] })).toEqual([
      'attention: Une version plus récente de Cachet a servi sur ce poste, et celle-ci ne sait pas lire ses réglages\u202f: le rattachement au siège et le réseau du centre. Ils sont gardés tels quels, et ne servent pas pour l’instant. Mettez ce poste à jour, entre deux épreuves.',
    ]);
    const unlevel = unlevelNotices({ ...calm, laterFiles: ['copies'] });
    expect(unlevel.map(({ text }) => text)).toEqual([expect.stringContaining('la copie de secours')]);
  });

  test('FAULT 43 entries that only a later version reads: how many, and that they are kept', () => {
    expect(laterEntriesText(0)).toBeNull();
    expect(laterEntriesText(1)).toMatch(/^1\u00a0saisie vient d’une version plus récente .* la lire\. Elle est gardée/);
    expect(laterEntriesText(3)).toMatch(/^3\u00a0saisies viennent d’une version plus récente .* les lire\. Elles sont/);
  });

  test('FAULT 10 the database rebuilt from the black box', () => {
    expect(said({}, { before: 0, rebuilt: 1204 })).toEqual([
      'attention: La base locale a été reconstruite à partir de la boîte noire\u202f: 1\u202f204\u00a0saisies, aucune perdue.',
    ]);
  });

  test('FAULT 1 the last entries completed after a stop', () => {
    expect(said({}, { before: 1203, rebuilt: 1 })).toEqual([
      'calm: La base locale a été complétée à partir de la boîte noire\u202f: 1\u00a0saisie, aucune perdue.',
    ]);
  });

  test('nothing of what other machines wrote and came while no window was there', () => {
    const cameAlone = { tookBack: false, came: 40 };
    expect(openingNotices(calm, { ...level, before: 1164, rebuilt: 40 }, cameAlone)).toEqual([]);
    expect(openingNotices(calm, { ...level, before: 0, rebuilt: 40 }, cameAlone)).toEqual([]);
    const withOurs = openingNotices(calm, { ...level, before: 1163, rebuilt: 41 }, cameAlone);
    expect(withOurs.map(({ text }) => text)).toEqual([
      'La base locale a été complétée à partir de la boîte noire\u202f: 1\u00a0saisie, aucune perdue.',
    ]);
  });

  test('FAULT 11 the black box written again', () => {
    expect(said({ absent: true, entries: 0 }, { adopted: 1204 })).toEqual([
      'attention: La boîte noire avait disparu. Elle a été réécrite à partir de la base locale\u202f: 1\u202f204\u00a0saisies, aucune perdue.',
    ]);
  });

  test('FAULT 6 a last write cut short', () => {
    const [notice] = said({ tornBytes: 312 });
    expect(notice).toContain('coupure de courant');
    expect(notice).toContain('elle n’avait jamais été annoncée comme enregistrée');
  });

  test('FAULT 12 both empty although the machine has served: the gravest comes first, and says how many there were', () => {
    const [notice, ...others] = said({ absent: true, entries: 0, tornBytes: 3 }, { total: 0, before: 0 });
    expect(notice).toMatch(/^alarm: La boîte noire et la base locale de ce poste sont vides/);
    expect(notice).toContain('1\u202f204\u00a0saisies');
    expect(others.length).toBe(1);
  });

  test('FAULT 12 fewer entries than there were is an alarm, and nothing claims that none was lost', () => {
    const notices = said({ entries: 1000 }, { total: 1000, before: 0, rebuilt: 1000 });
    expect(notices[0]).toMatch(/^alarm: Il manque 204\u00a0saisies sur 1\u202f204/);
    expect(notices.join()).not.toContain('aucune perdue');
  });

  test('FAULT 48 a clone, FAULT 72 a new key, FAULT 15 a disk that cannot be written, FAULT 35 a forged entry', () => {
    expect(said({ clonedDevices: 1 })[0]).toMatch(/^alarm: 1\u00a0poste a écrit deux suites/);
    expect(said({ clonedDevices: 2 })[0]).toMatch(/^alarm: 2\u00a0postes ont écrit deux suites/);
    expect(said({ deviceKey: 'replaced' })[0]).toMatch(/^attention: La clé de ce poste a été renouvelée/);
    expect(said({ deviceKey: 'created' })[0]).toMatch(/^attention: La clé de ce poste a été renouvelée/);
    expect(said({ unwritable: 'read-only' })[0]).toContain('lecture seule');
    expect(said({ forged: 1 })[0]).toMatch(/1\u00a0saisie de la boîte noire porte une signature fausse/);
    expect(said({ stranded: 2 })[0]).toMatch(/2\u00a0saisies de la boîte noire attendent/);
    expect(said({}, { refused: 1 })[0]).toContain('n’a pas pu être vérifiée');
    expect(said({ damagedFiles: 1 })[0]).toContain('était abîmé');
  });

  test('FAULT 13 a database that cannot be rebuilt loses nothing', () => {
    const full = { side: 'database', fault: { kind: 'storage', reason: 'full' } } as const;
    const [alone] = unlevelNotices(calm, full);
    expect(alone?.text).toContain('n’a plus assez de place');
    expect(alone?.text).toContain('rien n’est perdu');
    expect(unlevelNotices({ ...calm, unwritable: 'full' }, full).map(({ tone }) => tone)).toEqual([
      'alarm',
      'attention',
    ]);
  });
});
