import { describe, expect, test } from 'vitest';
import { dossierFaultText } from '../../../renderer/text/dossierFaults';
import { faultLine } from '../../../renderer/text/faultLines';
import { importFaultText } from '../../../renderer/text/importFaults';
import { planFaultText } from '../../../renderer/text/importPlan';
import type { DossierBecause } from '../../../shared/formats/dossier/fault';
import type { ForeignType, ImportBecause } from '../../../shared/formats/importFault';
import type { PlanFault } from '../../../shared/formats/plan';

const types: Record<ForeignType, true> = {
  xlsx: true,
  xls: true,
  ods: true,
  pdf: true,
  zip: true,
  image: true,
  utf16: true,
  xml: true,
  html: true,
  json: true,
  binary: true,
};

/** One of every kind: a kind that is forgotten here does not compile. */
const ofLists: { readonly [K in ImportBecause['kind']]: Extract<ImportBecause, { kind: K }> } = {
  empty: { kind: 'empty' },
  'too-large': { kind: 'too-large', bytes: 100_000_000, limit: 20_000_000 },
  'wrong-type': { kind: 'wrong-type', type: 'xlsx' },
  'spoilt-encoding': { kind: 'spoilt-encoding' },
  'same-file': { kind: 'same-file', as: 'liste1.csv' },
  'no-heading': { kind: 'no-heading' },
  'missing-column': { kind: 'missing-column', heading: 'N° Candidat' },
  'no-candidate': { kind: 'no-candidate' },
  'too-many-rows': { kind: 'too-many-rows', limit: 20_000 },
  'too-many-faults': { kind: 'too-many-faults', shown: 200 },
  'open-quote': { kind: 'open-quote' },
  'no-year': { kind: 'no-year' },
  'no-centre': { kind: 'no-centre' },
  'other-centre': { kind: 'other-centre', found: '0929999Z', expected: '0921234A' },
  'other-year': { kind: 'other-year', found: 2024, expected: 2023 },
  'empty-cell': { kind: 'empty-cell' },
  'too-long': { kind: 'too-long', length: 81, limit: 80 },
  'broken-character': { kind: 'broken-character', value: 'LABB\uFFFD' },
  'two-values': { kind: 'two-values', values: ['TMA', 'TMB'] },
  'bad-number': { kind: 'bad-number', value: '2,01E+09' },
  'duplicate-number': { kind: 'duplicate-number', value: '2011557741', file: 'liste.csv', line: 10 },
  'impossible-date': { kind: 'impossible-date', value: '31/02/2005' },
  'unknown-category': { kind: 'unknown-category', value: 'SCOLAIRE' },
  'unknown-speciality': { kind: 'unknown-speciality', code: '31217', label: 'bidon' },
  'speciality-labels': { kind: 'speciality-labels', code: '31217', labels: ['bidon', 'autre'] },
  'speciality-diplomas': { kind: 'speciality-diplomas', code: '31217', diplomas: ['cap', 'bac-pro'] },
};

const ofDossiers: { readonly [K in DossierBecause['kind']]: Extract<DossierBecause, { kind: K }> } = {
  empty: { kind: 'empty' },
  'too-large': { kind: 'too-large', bytes: 100_000_000, limit: 20_000_000 },
  'wrong-type': { kind: 'wrong-type', type: 'pdf' },
  'too-many-faults': { kind: 'too-many-faults', shown: 200 },
  'not-json': { kind: 'not-json' },
  'not-a-dossier': { kind: 'not-a-dossier' },
  'other-version': { kind: 'other-version', version: '2' },
  missing: { kind: 'missing' },
  'unknown-field': { kind: 'unknown-field', field: 'marks' },
  'wrong-value': { kind: 'wrong-value', expected: 'number' },
  'broken-character': { kind: 'broken-character', code: 'U+0000' },
  'too-small': { kind: 'too-small', limit: 1 },
  'too-big': { kind: 'too-big', limit: 40 },
  'unknown-zone': { kind: 'unknown-zone', zone: 'Europe/Montreval' },
  'duplicate-id': { kind: 'duplicate-id', id: 'P001', first: 'staff[0]' },
  'unknown-reference': { kind: 'unknown-reference', to: 'paper', id: 'E99' },
  'missing-regulation': { kind: 'missing-regulation', diploma: 'cap' },
  'other-diploma': { kind: 'other-diploma', speciality: '31212', diploma: 'bp' },
  'impossible-date': { kind: 'impossible-date', value: '2009-02-30' },
  'two-papers': { kind: 'two-papers', papers: ['E1', 'E2'], speciality: '31212' },
  overlap: { kind: 'overlap', papers: ['E1', 'E2'], speciality: '31212' },
  'paper-sat-twice': { kind: 'paper-sat-twice', paper: 'E1', first: 'sittings[0].papers[0]' },
  'held-elsewhere': { kind: 'held-elsewhere', paper: 'E2' },
  'no-such-table': { kind: 'no-such-table', table: 13, tables: 12 },
  'no-table': { kind: 'no-table' },
};

const ofPlans: { readonly [K in PlanFault['kind']]: PlanFault } = {
  'other-centre': { kind: 'other-centre', found: '0929999Z', expected: '0921234A' },
  'other-year': { kind: 'other-year', found: 2024, expected: 2023 },
  'demonstration-here': { kind: 'demonstration-here' },
  'demonstration-file': { kind: 'demonstration-file' },
};

const readers = ['centre', 'headquarters'] as const;
const texts = [
  ...readers.flatMap((reader) => [
    ...Object.values(ofLists).map((each) => importFaultText(each, reader)),
    ...Object.values(ofDossiers).map((each) => dossierFaultText(each, reader)),
    ...Object.keys(types).map((name) => importFaultText({ kind: 'wrong-type', type: typeNamed(name) }, reader)),
    ...Object.keys(types).map((name) => dossierFaultText({ kind: 'wrong-type', type: typeNamed(name) }, reader)),
  ]),
];
const sentences = [
  ...texts.flatMap(({ what, remedy }) => [what, remedy]),
  ...Object.values(ofPlans).map(planFaultText),
];

function typeNamed(name: string): ForeignType {
  const isType = (each: string): each is ForeignType => Object.hasOwn(types, each);
  if (!isType(name)) throw new Error(`no type ${name}`);
  return name;
}

describe('every reason to refuse a file', () => {
  test('is a French sentence with a remedy', () => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[\p{Lu}«].*\.$/u);
      expect(sentence).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test('keeps to French typography: ’, and no-break spaces before ; : ! ? and inside « »', () => {
    for (const sentence of sentences) expect(sentence).not.toMatch(/'|[^\u202F][;:!?»]|«[^\u202F]/);
  });

  test('says where: file, line as an editor counts, column; or the place in the JSON', () => {
    const inList = { file: 'liste.csv', line: 10, column: 'N° Candidat', because: ofLists['empty-cell'] };
    expect(faultLine({ of: 'list', fault: inList }, 'centre')).toMatchObject({
      file: 'liste.csv',
      place: 'ligne 10, colonne «\u202FN° Candidat\u202F»',
    });
    const inDossier = { file: 'centre.json', path: 'rooms[3].off', because: ofDossiers['no-table'] };
    expect(faultLine({ of: 'dossier', fault: inDossier }, 'centre')).toEqual({
      file: 'centre.json',
      place: 'rooms[3].off',
      what: 'Aucune table de cette salle ne sert.',
      remedy: 'Demandez un dossier corrigé à la division des examens.',
    });
  });

  test('names an Excel workbook and what to choose instead', () => {
    expect(importFaultText(ofLists['wrong-type'], 'centre')).toMatchObject({
      what: 'Ce fichier est un classeur Excel (.xlsx).',
      remedy: expect.stringContaining('choisissez l’export CSV'),
    });
  });

  test('tells sizes as people read them', () => {
    const { what } = importFaultText(ofLists['too-large'], 'centre');
    expect(what).toContain('100\u00A0Mo');
    expect(what).toContain('20\u00A0Mo');
  });
});
