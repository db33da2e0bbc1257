import { expect, test } from 'vitest';
import { routeOf } from '../../../renderer/app/routes';
import { choiceAt, documentsOf, type PageChoice, pageKinds, papersSat } from '../../../renderer/pages/choice';
import { fileNameText, printedText, savedText } from '../../../renderer/text/pages';
import { roomId } from '../../../shared/kernel/ids';
import { b12, centreWith, examDay, french, morning, session } from '../../support/pageCentre';
import { hardNames } from '../../support/people';

const centre = centreWith(hardNames);
const everything: PageChoice = { kind: 'signInSheet', sitting: morning, rooms: null, papers: null, apart: false };

test('every kind of page can be asked for, and each is made for the room where people sit', () => {
  const documents = pageKinds.map((kind) => documentsOf(centre.state, centre.statements, { ...everything, kind }));
  expect(documents.map((each) => each.map((model) => model.document))).toEqual([
    ['postedList'],
    ['postedList'],
    ['tableLabels'],
    ['roomPlan'],
    ['rollCallList'],
    ['signInSheet'],
    ['roomReport'],
  ]);
});

test('an address chooses the document, its sitting and its room; one that says less leaves the rest to the day', () => {
  const address = (hash: string) => choiceAt(routeOf(hash), morning);
  expect(address('#/pages')).toEqual(everything);
  expect(address('#/pages/roomPlan')).toEqual({ ...everything, kind: 'roomPlan' });
  expect(address(`#/pages/roomReport/autre-matin/${b12}`)).toEqual({
    ...everything,
    kind: 'roomReport',
    sitting: 'autre-matin',
    rooms: [b12],
  });
  expect(choiceAt(routeOf('#/pages'), null)).toBeNull();
});

test('only the rooms chosen are printed, and empty rooms never are', () => {
  const empty = roomId.of('C1');
  const rooms = [{ id: empty, name: 'C1', building: null, rows: 4, columns: 4, off: [], extraTime: false }];
  const other = centreWith(hardNames);
  other.say({ kind: 'rooms.published', about: { session }, data: { rooms } });
  const asked = (chosen: PageChoice['rooms']) =>
    documentsOf(other.state, other.statements, { ...everything, rooms: chosen }).length;
  expect(asked(null)).toBe(1);
  expect(asked([b12])).toBe(1);
  expect(asked([empty])).toBe(0);
  expect(asked([])).toBe(0);
});

test('the papers proposed are those that somebody sits', () => {
  expect(papersSat(centre.state, morning)).toEqual([french]);
  expect(papersSat(centreWith([]).state, morning)).toEqual([]);
});

test('a file is named for what it holds and its day, and every system takes the name', () => {
  for (const kind of pageKinds) expect(fileNameText(kind, examDay)).toMatch(/^[^\\/:*?"<>|]+ 2026-06-16\.pdf$/);
});

test('no printer is said in French, with what to do instead', () => {
  expect(printedText({ outcome: 'no-printer' })).toBe(
    'Aucune imprimante n’est installée sur ce poste. Enregistrez le PDF, puis imprimez-le depuis un autre poste.',
  );
  expect(savedText({ outcome: 'cancelled' })).toBeNull();
});
