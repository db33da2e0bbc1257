import { describe, expect, test } from 'vitest';
import { beginPrintJob } from '../../../shared/documents/document';
import { longDay } from '../../../shared/documents/french';
import { qrModules } from '../../../shared/documents/qrCode';
import { rollCallListModel } from '../../../shared/documents/rollCallList';
import { statedHash } from '../../../shared/documents/seal';
import { signInSheetModel } from '../../../shared/documents/signInSheet';
import { tableLabelsModel } from '../../../shared/documents/tableLabels';
import { instant } from '../../../shared/kernel/instant';
import { drawn } from '../../support/drawn';
import { b12, centreWith, examDay, french, morning, printedAt } from '../../support/pageCentre';
import { pageFonts } from '../../support/pageFonts';
import { textOf, wordsOf } from '../../support/pages';
import { crowd, hardNames } from '../../support/people';
import { codesOf } from '../../support/qrDrawn';

describe('every page', () => {
  test('names the centre, the session and the authority, and counts itself', async () => {
    const { state } = centreWith(crowd(60));
    const pages = await textOf(drawn(rollCallListModel(state, morning, b12)));
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('Lycée professionnel Anne-Sylvestre');
      expect(page).toContain('centre 0990012V');
      expect(page).toContain('Baccalauréat professionnel, session 2026');
      expect(page).toContain('Académie de Valmer');
      expect(page).toContain(`page ${at + 1}/${pages.length}`);
      expect(page).toContain('Imprimé le 16 juin 2026 à 13 h 20');
    }
  });

  test('counts its own document’s pages when several are printed at once', async () => {
    const { state } = centreWith(hardNames);
    const list = rollCallListModel(state, morning, b12);
    const pages = await textOf(drawn(list, signInSheetModel(state, morning, b12, french), list));
    expect(pages.map((page) => /page \d+\/\d+/.exec(page)?.[0])).toEqual([
      'page 1/1',
      'page 1/2',
      'page 2/2',
      'page 1/1',
    ]);
  });

  test('says that demonstration data is one, and only then', async () => {
    const count = async (demonstration: boolean) => {
      const { state } = centreWith(crowd(60), demonstration);
      const pages = await textOf(drawn(rollCallListModel(state, morning, b12), tableLabelsModel(state, examDay, b12)));
      return { pages: pages.length, marked: pages.filter((page) => page.includes('Démonstration')).length };
    };
    const marked = await count(true);
    expect(marked.marked).toBe(marked.pages);
    expect((await count(false)).marked).toBe(0);
  });

  test('bears a code with the document’s id and the hash of what it states', async () => {
    const { state } = centreWith(crowd(60));
    const models = [rollCallListModel(state, morning, b12), tableLabelsModel(state, examDay, b12)];
    for (const model of models) {
      const codes = await codesOf(drawn(model));
      expect(codes.length).toBeGreaterThan(1);
      for (const code of codes) expect(code).toEqual(qrModules(`cachet:1:${model?.id}:${statedHash(model)}`));
    }
  });
});

describe('the hash of a document', () => {
  test('is of what it states: the same for the same state, whenever it is printed', () => {
    const model = rollCallListModel(centreWith(hardNames).state, morning, b12);
    expect(statedHash(model)).toBe(statedHash(rollCallListModel(centreWith(hardNames).state, morning, b12)));
    expect(statedHash(model)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('changes with a single letter', () => {
    const [first, ...rest] = hardNames;
    const other = centreWith([{ familyName: 'Allart', givenNames: first?.givenNames ?? '' }, ...rest]).state;
    const model = rollCallListModel(centreWith(hardNames).state, morning, b12);
    expect(statedHash(rollCallListModel(other, morning, b12))).not.toBe(statedHash(model));
  });

  test('the same document printed at the same moment is the same file, and another at another moment', () => {
    const model = rollCallListModel(centreWith(hardNames).state, morning, b12);
    const later = beginPrintJob(pageFonts, instant.of(printedAt + 60_000));
    if (model) later.add(model);
    expect(Buffer.from(drawn(model)).equals(Buffer.from(drawn(model)))).toBe(true);
    expect(Buffer.from(drawn(model)).equals(Buffer.from(later.finish()))).toBe(false);
  });
});

describe('a list of 400 candidates', () => {
  test('repeats its head on every page, splits no row and leaves nobody out', async () => {
    const { state } = centreWith(crowd(400));
    const pages = await wordsOf(drawn(rollCallListModel(state, morning, b12)));
    const seen: string[] = [];
    for (const page of pages) {
      const texts = page.map(({ text }) => text);
      for (const heading of ['Table', 'Nom', 'Prénoms', 'N° de candidat', 'Présent', 'Absent']) {
        expect(texts.filter((text) => text === heading)).toHaveLength(1);
      }
      const numbers = texts.filter((text) => /^0226\d{6}$/.test(text));
      const births = texts.filter((text) => /^\d\d\/\d\d\/\d{4}$/.test(text));
      expect(births).toHaveLength(numbers.length);
      expect(numbers.length).toBeGreaterThan(1);
      seen.push(...numbers);
    }
    expect(seen).toEqual(Array.from({ length: 400 }, (_, at) => `0226${100001 + at}`));
  });

  test('keeps every row above the foot of the page', async () => {
    const { state } = centreWith(crowd(400));
    const pages = await wordsOf(drawn(rollCallListModel(state, morning, b12)));
    for (const page of pages) {
      const foot = page.find(({ text }) => text.startsWith('page '))?.y ?? 0;
      for (const { y } of page.filter(({ text }) => /^0226\d{6}$/.test(text))) expect(y).toBeGreaterThan(foot + 4);
    }
  });
});

test('a day is told in full, the first of a month as such', () => {
  expect(longDay('2026-06-01').replaceAll('\u00a0', ' ')).toBe('lundi 1er juin 2026');
  expect(longDay('2026-06-16').replaceAll('\u00a0', ' ')).toBe('mardi 16 juin 2026');
});
