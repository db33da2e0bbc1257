import { expect, test } from 'vitest';
import type { PostedList } from '../../../shared/documents/postedList';
import { postedListOfRoom } from '../../../shared/documents/postedList';
import { rollCallListModel } from '../../../shared/documents/rollCallList';
import { frenchNames } from '../../../shared/formats/demonstration/demonstration';
import { drawn } from '../../support/drawn';
import { atTable, b12, centreWith, morning } from '../../support/pageCentre';
import { textOf, wordsOf } from '../../support/pages';

test('every name of the INSEE lists prints, and reads back as it was', { timeout: 60_000 }, async () => {
  const { family, given } = frenchNames;
  const model = postedListOfRoom(centreWith([{ familyName: 'A', givenNames: 'B' }]).state, morning, b12);
  if (!model) throw new Error('nobody sits in B12');
  const count = Math.max(family.names.length, given.names.length);
  const everyone: PostedList = {
    ...model,
    candidates: Array.from({ length: count }, (_, at) => ({
      familyName: family.names[at % family.names.length] ?? '',
      givenNames: given.names[at % given.names.length] ?? '',
      number: atTable(at),
      table: at,
      room: 'B12',
    })),
  };
  const texts = (await wordsOf(drawn(everyone))).flat().map(({ text }) => text);
  const read = new Set([...texts, ...texts.map((text, at) => `${text} ${texts[at + 1]}`)]); // a long name takes two lines
  expect(count).toBeGreaterThan(5000);
  expect([...family.names, ...given.names].filter((name) => !read.has(name))).toEqual([]);
});

test.each([
  ['Šarūnas', 'ŠARŪNAS'],
  ['Nguyễn', 'NGUYỄN'],
  ['Łukasz', 'ŁUKASZ'],
  ['O’Neil', 'O’NEIL'],
  ['Çelik', 'ÇELIK'],
  ['Œuvrard', 'ŒUVRARD'],
  ['Þórsdóttir', 'ÞÓRSDÓTTIR'],
  ['Ştefănescu', 'ŞTEFĂNESCU'],
  ['L’Haÿ', 'L’HAŸ'],
])('%s prints right, as a family name in capitals and as a given name', async (name, capitals) => {
  const { state } = centreWith([{ familyName: name, givenNames: name }]);
  const [page] = await wordsOf(drawn(rollCallListModel(state, morning, b12)));
  const texts = page?.map(({ text }) => text);
  expect(texts).toContain(name);
  expect(texts).toContain(capitals);
});

test('a name typed with its accents apart is printed as one typed with accented letters', async () => {
  const { state } = centreWith([{ familyName: 'Lefe\u0300vre', givenNames: 'Ane\u0301mone' }]);
  const [page] = await textOf(drawn(rollCallListModel(state, morning, b12)));
  expect(page).toContain('LEFÈVRE');
  expect(page).toContain('Anémone');
});

test('a character that no embedded face has is shown as a box, never dropped', async () => {
  const { state } = centreWith([{ familyName: 'Li 李', givenNames: 'Na 𝒜' }]);
  const [page] = await textOf(drawn(rollCallListModel(state, morning, b12)));
  expect(page).toContain('LI □');
  expect(page).toContain('Na □');
});

test('a very long name is broken between words and loses nothing', async () => {
  const familyName = 'de La Rochefoucauld-Montbel de Saint-Chamond d’Albret-Lévis';
  const { state } = centreWith([{ familyName, givenNames: 'Anne' }]);
  const [page] = await wordsOf(drawn(rollCallListModel(state, morning, b12)));
  const lines = page?.map(({ text }) => text).filter((text) => /ROCHEF|MONTBEL|CHAMOND|ALBRET/.test(text)) ?? [];
  expect(lines.length).toBeGreaterThan(1);
  const whole = lines.reduce((text, line) => (text.endsWith('-') ? text + line : `${text} ${line}`).trim(), '');
  expect(whole).toBe(familyName.toLocaleUpperCase('fr'));
});
