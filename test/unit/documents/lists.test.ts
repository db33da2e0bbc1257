import { describe, expect, test } from 'vitest';
import { tablesInWords } from '../../../shared/documents/facts';
import { postedListOfPaper, postedListOfRoom } from '../../../shared/documents/postedList';
import { rollCallListModel } from '../../../shared/documents/rollCallList';
import { roomPlanModel } from '../../../shared/documents/roomPlan';
import { signInSheetModel } from '../../../shared/documents/signInSheet';
import { tableLabelsModel } from '../../../shared/documents/tableLabels';
import { roomId } from '../../../shared/kernel/ids';
import { drawn } from '../../support/drawn';
import { atTable, b12, centreWith, examDay, french, morning, session } from '../../support/pageCentre';
import { textOf, wordsOf } from '../../support/pages';
import { crowd, hardNames } from '../../support/people';
import { toldMorning } from '../../support/toldMorning';

const { state } = centreWith(hardNames);

test('D-05 the list posted at a room is alphabetical, with the table of each', async () => {
  const model = postedListOfRoom(state, morning, b12);
  const names = model?.candidates.map(({ familyName }) => familyName) ?? [];
  expect(names.slice(0, 5)).toEqual(['ALLARD', 'BEN SALAH', 'ÇELIK', 'ĐẶNG', 'DA SILVA']);
  expect(names).toHaveLength(hardNames.length);
  const [page] = await textOf(drawn(model));
  expect(page).toContain('Salle B12');
});

test('D-05 the list of a paper tells every candidate their room', async () => {
  const [page] = await textOf(drawn(postedListOfPaper(state, morning, french)));
  expect(page).toContain('E51 Français');
  expect(page?.match(/^B12$/gm)).toHaveLength(hardNames.length);
});

test('D-06 the roll-call list has two boxes to tick for each and tells the invigilators who has what', async () => {
  const [page] = await textOf(drawn(rollCallListModel(state, morning, b12)));
  expect(page).toContain('temps majoré d’un tiers');
  expect(page).toContain('18 inscrits, tables 1 à 18');
  expect(page).toContain('DELATTRE Jeanne et NGUYỄN Thị Hoa');
});

test('D-07, R-062 the sign-in sheet keeps room for those admitted off the list and names those who were', async () => {
  const { state: told } = toldMorning();
  const text = (await textOf(drawn(signInSheetModel(told, morning, b12, french)))).join('\n');
  expect(text).toContain('Candidats admis hors liste');
  expect(text).toContain('DVOŘÁK');
  expect(text).toContain('Signature du candidat');
});

test('D-08 a room of 18 has 18 labels on two sheets, each with its table and number', async () => {
  const pages = await textOf(drawn(tableLabelsModel(state, examDay, b12)));
  expect(pages).toHaveLength(2);
  expect(pages.join('\n').match(/0226\d{6}/g)).toHaveLength(18);
  expect(pages[1]).toContain('Métiers du commerce et de la vente, option A');
});

test('D-08 every label stays inside its own 99.1 × 38.1 mm, whatever the name', async () => {
  const pages = await wordsOf(drawn(tableLabelsModel(state, examDay, b12)));
  const high = (38.1 / 25.4) * 72;
  const top = ((297 - 15.15) / 25.4) * 72;
  for (const page of pages) {
    const labels = page.filter(({ text, y }) => y < top && y > top - 7 * high && !text.startsWith('Document'));
    const perLabel = new Map<string, number>();
    for (const { x, y } of labels) {
      const place = `${x < 297 ? 0 : 1}:${Math.floor((top - y) / high)}`;
      perLabel.set(place, (perLabel.get(place) ?? 0) + 1);
    }
    for (const count of perLabel.values()) expect(count).toBeGreaterThanOrEqual(8);
  }
});

describe('what leaves the room or hangs on a wall', () => {
  const printed = [
    ['D-05 posted list', postedListOfRoom(state, morning, b12)],
    ['D-05 posted list by paper', postedListOfPaper(state, morning, french)],
    ['D-07 sign-in sheet', signInSheetModel(state, morning, b12, french)],
    ['D-08 table labels', tableLabelsModel(state, examDay, b12)],
  ] as const;

  test.each(printed)('F4-1 %s tells nothing of accommodations', (_, model) => {
    expect(JSON.stringify(model)).not.toMatch(/majoré|pauses|ordinateur|accommodation|measures/i);
  });

  test.each(printed.filter(([name]) => !name.startsWith('D-07')))('%s gives no date of birth', async (_, model) => {
    const text = (await textOf(drawn(model))).join('\n');
    expect(text).not.toMatch(/\d\d\/\d\d\/2008/);
  });

  test.each(printed)('R-023 %s knows no anonymity number', (_, model) => {
    expect(JSON.stringify(model)).not.toMatch(/anonym/i);
  });
});

describe('D-12 the room plan', () => {
  test('shows every table, those off included, and who watches', async () => {
    const centre = centreWith(crowd(7));
    centre.say({
      kind: 'rooms.published',
      about: { session },
      data: {
        rooms: [{ id: roomId.of('C3'), name: 'C3', building: null, rows: 2, columns: 3, off: [2], extraTime: false }],
      },
    });
    const model = roomPlanModel(centre.state, morning, roomId.of('C3'));
    expect(model?.tables.map(({ table, off }) => [table, off])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
      [5, false],
      [6, false],
    ]);
    const [page] = await textOf(drawn(roomPlanModel(centre.state, morning, b12)));
    expect(page).toContain('Tableau');
    expect(page).toContain('DELATTRE Jeanne');
  });

  test('shows both people who were given one table', async () => {
    const centre = centreWith(hardNames);
    const seats = [{ candidate: atTable(2), seat: { room: b12, table: 1 } }];
    const before = centre.statements.find(({ kind }) => kind === 'seats.assigned');
    centre.say({ kind: 'seats.assigned', about: { day: examDay }, data: { seats } }, before ? [before.id] : []);
    const [page] = await textOf(drawn(roomPlanModel(centre.state, morning, b12)));
    expect(page).toContain('2 personnes');
    expect(page).toContain('ALLARD');
    expect(page).toContain('LEFÈVRE');
  });

  test('names someone whose seat is contested, with both versions', async () => {
    const centre = centreWith(hardNames);
    const seats = [{ candidate: atTable(2), seat: { room: b12, table: 5 } }];
    centre.say({ kind: 'seats.assigned', about: { day: examDay }, data: { seats } });
    const [page] = await textOf(drawn(roomPlanModel(centre.state, morning, b12)));
    expect(page).toContain('LEFÈVRE Mathilde : 2 versions : B12 table 2 / B12 table 5, à trancher');
  });

  test('a hall of 20 by 20 goes over several pages and leaves no table out', async () => {
    const centre = centreWith([]);
    const hall = roomId.of('gymnase');
    centre.say({
      kind: 'rooms.published',
      about: { session },
      data: {
        rooms: [{ id: hall, name: 'Gymnase', building: null, rows: 20, columns: 20, off: [], extraTime: false }],
      },
    });
    const pages = await wordsOf(drawn(roomPlanModel(centre.state, morning, hall)));
    expect(pages.length).toBe(6); // two across, three down
    const numbers = pages.flat().flatMap(({ text }) => (/^\d+$/.test(text) ? [Number(text)] : []));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 400 }, (_, each) => each + 1));
  });
});

test('tables that do not follow each other are told one by one, or by their ends when there are many', () => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  expect(plain(tablesInWords([3, 1, 2]))).toBe('3 inscrits, tables 1 à 3');
  expect(plain(tablesInWords([7, 2, 4]))).toBe('3 inscrits, tables 2, 4 et 7');
  expect(plain(tablesInWords([5]))).toBe('1 inscrit, table 5');
  expect(plain(tablesInWords([1, 3, 5, 7, 9, 11, 13]))).toBe('7 inscrits, de la table 1 à la table 13');
});
