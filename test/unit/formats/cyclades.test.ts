import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidate } from '../../../shared/exam/people/kinds';
import { utf8 } from '../../../shared/kernel/bytes';

import { faultsOf, read, sample, spoilt, taken } from '../../support/cycladesSample';

describe('the sample of Cyclades', () => {
  test('gives its centre, year, date, candidates and specialities', () => {
    const content = taken(sample);
    expect(content.centre).toEqual({ code: '0921234A', name: 'LYC TEST', town: 'VILLEFICTIVE' });
    expect(content.year).toBe(2023);
    expect(content.editedAt).toBe('2023-01-23T10:49');
    expect(content.candidates.length).toBe(16);
    expect(content.leftOut).toEqual([]);
    expect(content.specialities).toEqual([
      { code: '31212', label: "Métiers de l'accueil", diploma: 'bac-pro' },
      { code: '31213', label: 'Met.com.ven.op.A Ani.ges.esp.com.', diploma: 'bac-pro' },
      { code: '31214', label: 'Met.com.ven.Op.B Pr.cl.va.of.com.', diploma: 'bac-pro' },
      { code: '31217', label: 'bidon', diploma: 'bac-pro' },
    ]);
  });

  test('gives a candidate as printed: quotes around the class dropped, « - » for nothing', () => {
    const { candidates } = taken(sample);
    expect(candidates[1]).toEqual({
      id: '2113557743',
      registration: '002 Version 3',
      familyName: 'COURTOIS',
      usageName: null,
      givenNames: 'Louis',
      birthDate: '2003-12-04',
      division: 'TMA',
      category: 'SCOLAIRE BACPRO 3 ANS (132)',
      ine: '820350516HB',
      diploma: 'bac-pro',
      speciality: '31212',
      teaching: 'Section européenne - Anglais',
      accommodations: [],
    });
    expect(candidates.map(({ familyName }) => familyName)).toContain('LE GOFF');
    expect(candidates[0]?.teaching).toBeNull();
    for (const each of candidates) expect(candidate.safeParse(each).success).toBe(true);
  });

  test('reads the same with a byte order mark, in Windows-1252, with Unix line ends and with a last line end', () => {
    const western = Uint8Array.from(sample.replaceAll('–', '-'), (character) => character.charCodeAt(0));
    const expected = taken(sample).candidates;
    for (const variant of [`\uFEFF${sample}`, western, sample.replaceAll('\r\n', '\n'), `${sample}\r\n`]) {
      expect(taken(variant).candidates).toEqual(expected);
    }
  });

  test('reads the same with its columns in another order', () => {
    const lines = sample.split('\r\n');
    const turned = lines.map((line, at) => (at < 8 ? line : line.split(';').reverse().join(';'))).join('\r\n');
    expect(taken(turned).candidates).toEqual(taken(sample).candidates);
  });

  test('reads the same without the columns that may be missing', () => {
    const optional = new Set([2, 3, 5, 9, 14]);
    const lines = sample.split('\r\n');
    const fewer = lines.map((line, at) =>
      at < 8
        ? line
        : line
            .split(';')
            .filter((_, column) => !optional.has(column))
            .join(';'),
    );
    const { candidates } = taken(fewer.join('\r\n'));
    expect(candidates.length).toBe(16);
    expect(candidates[0]).toMatchObject({ registration: null, usageName: null, ine: null, teaching: null });
  });

  test('reads several files of one centre together', () => {
    const lines = sample.split('\r\n');
    const part = (from: number, to?: number) => [...lines.slice(0, 9), ...lines.slice(from, to)].join('\r\n');
    const content = taken(part(9, 14), part(14));
    expect(content.candidates).toEqual(taken(sample).candidates);
    expect(content.files).toEqual(['liste1.csv', 'liste2.csv']);
  });

  test('reads cells in double quotes, semicolons and line ends inside them, and still tells lines as an editor does', () => {
    const quoted = spoilt('Victoire;', '"Victoire;\nMarie";');
    expect(taken(quoted).candidates[0]?.givenNames).toBe('Victoire; Marie');
    expect(faultsOf(quoted.replace('2113557743', 'rien'))).toMatchObject([
      { line: 12, because: { kind: 'bad-number' } },
    ]);
  });

  test('lists those who are not « Inscrit » as left out', () => {
    const content = taken(spoilt('Inscrit;Non renseigné', 'Annulé;Non renseigné'));
    expect(content.leftOut).toEqual([
      { file: 'liste.csv', line: 10, number: '2011557741', name: 'ALLARD Victoire', state: 'Annulé' },
    ]);
    expect(content.candidates.length).toBe(15);
  });

  test.each([
    ['SCOLAIRE BACPRO 3 ANS (132)', 'bac-pro'],
    ['APPRENTI CAP 2 ANS (112)', 'cap'],
    ['INDIVIDUEL BEP (100)', 'bep'],
    ['FORMATION CONTINUE MC4 (210)', 'mc'],
    ['APPRENTI BP 2 ANS (142)', 'bp'],
    ['Baccalauréat professionnel', 'bac-pro'],
    ['CAPA PAR UC', null],
    ['SCOLAIRE BAC GENERAL', null],
  ])('knows the diploma of « %s »', (category, diploma) => {
    const answer = read(spoilt('SCOLAIRE BACPRO 3 ANS (132);31212', `${category};99999`));
    if (diploma) expect(answer.ok && answer.value.candidates[0]?.diploma).toBe(diploma);
    else
      expect(answer).toMatchObject({ ok: false, error: [{ because: { kind: 'unknown-category', value: category } }] });
  });
});

describe('whatever the bytes', () => {
  const runs = { seed: 20230123, numRuns: 10_000 };

  test('reading answers, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(read(bytes).ok).toBe(false);
      }),
      runs,
    );
  });

  test('the sample with a piece cut out, doubled or spoilt is read or refused with a reason', () => {
    const bytes = utf8(sample);
    const somewhere = fc.nat(bytes.length);
    fc.assert(
      fc.property(somewhere, somewhere, fc.uint8Array({ maxLength: 12 }), (one, other, noise) => {
        const answer = read(Uint8Array.from([...bytes.subarray(0, one), ...noise, ...bytes.subarray(other)]));
        if (!answer.ok) expect(answer.error.length).toBeGreaterThan(0);
        else for (const each of answer.value.candidates) expect(candidate.safeParse(each).success).toBe(true);
      }),
      { ...runs, numRuns: 1000 },
    );
  });
});
