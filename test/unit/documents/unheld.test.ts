import { expect, test } from 'vitest';
import { namesIn } from '../../../renderer/chronicle/names';
import { documentsOf, type PageKind } from '../../../renderer/pages/choice';
import { contestInWords } from '../../../shared/documents/contestWords';
import { postedListOfPaper } from '../../../shared/documents/postedList';
import { rollCallListModel } from '../../../shared/documents/rollCallList';
import { roomPlanModel } from '../../../shared/documents/roomPlan';
import { roomReportModel } from '../../../shared/documents/roomReport';
import { roomStateModel } from '../../../shared/documents/roomState';
import { signInSheetModel } from '../../../shared/documents/signInSheet';
import { tableLabelsModel } from '../../../shared/documents/tableLabels';
import { apply } from '../../../shared/exam/apply';
import { contestsOf } from '../../../shared/exam/contests/contests';
import { b07, b12, examDay, french, head, invigilator, lead, number, sitting } from '../../support/cast';
import { attendance, roomChecked, team } from '../../support/gestures';
import { dayHolding } from '../../support/heldBy';

const inB12 = [1, 2, 3, 4].map((table) => number('B12', table));
const third = number('B12', 3);
const allButThird = inB12.filter((id) => id !== third);

test('no page is made of a room whose list is not held', () => {
  const { state, statements, now } = dayHolding({}, inB12);
  for (const kind of [
    'postedByRoom',
    'tableLabels',
    'roomPlan',
    'rollCallList',
    'signInSheet',
    'roomReport',
  ] as const) {
    const asked = (room: typeof b12) => ({
      kind: kind satisfies PageKind,
      sitting,
      rooms: [room],
      papers: null,
      apart: false,
    });
    expect(documentsOf(state, statements, asked(b07)), kind).toEqual([]);
    expect(documentsOf(state, statements, asked(b12)), kind).toHaveLength(1);
  }
  expect(roomReportModel(state, statements, sitting, b07, french)).toBeNull();
  expect(roomPlanModel(state, sitting, b07)).toBeNull();
  expect(tableLabelsModel(state, examDay, b07)).toBeNull();
  expect(roomStateModel(state, sitting, b07, now)).toBeNull();
});

test('the list of a paper for the whole centre says which rooms it leaves out', () => {
  const { state } = dayHolding({}, inB12);
  expect(postedListOfPaper(state, sitting, french)?.unheld).toEqual([
    'Liste partielle\u202F: le poste qui imprime ne tient pas celle de cette salle (Salle B07).',
  ]);
  expect(
    postedListOfPaper(dayHolding({}, [...inB12, number('B07', 1)]).state, sitting, french)?.unheld,
  ).toBeUndefined();
});

test('one who was moved in stands on every page of the room by their number, and the page says why', () => {
  const { state, statements, now } = dayHolding({}, allButThird);
  const why = [`Identité non arrivée sur le poste qui imprime\u202F: candidat n°\u00A0${third} (table\u00A03).`];
  const byNumber = { familyName: `n°\u00A0${third}`, givenNames: 'identité non arrivée', number: third };
  const list = rollCallListModel(state, sitting, b12);
  expect(list?.unheld).toEqual(why);
  expect(list?.parts[0]?.candidates[2]).toMatchObject(byNumber);
  const sheet = signInSheetModel(state, sitting, b12, french);
  expect(sheet?.unheld).toEqual(why);
  expect(sheet?.candidates[2]).toMatchObject(byNumber);
  expect(roomStateModel(state, sitting, b12, now)?.unheld).toEqual(why);
  const report = roomReportModel(state, statements, sitting, b12, french);
  expect(report?.unheld).toEqual(why);
  expect(report?.unmarked.map(({ name }) => name)).toContain(`candidat n°\u00A0${third}`);
  expect(tableLabelsModel(state, examDay, b12)?.labels[2]).toMatchObject({ number: third, givenNames: '' });
});

test('what is contested of somebody known by their number alone is told of that number', () => {
  const day = dayHolding({}, allButThird);
  day.says(head, team());
  day.says(lead, roomChecked());
  const before = day.state;
  day.says(lead, attendance('absent', third));
  const state = apply(day.state, day.saysFrom(before, invigilator, attendance('present', third)));
  const [contest] = contestsOf(state);
  expect(contest && contestInWords(state, contest, String).about).toBe(`Présence du candidat n°\u00A0${third}`);
});

test('the journal tells of somebody known by their number alone by that number', () => {
  const { state } = dayHolding({}, inB12);
  const names = namesIn(state, () => null);
  expect(names.candidate(number('B07', 1))).toBe(`candidat n°\u00A0${number('B07', 1)}`);
  expect(names.candidate(number('B12', 1))).toContain('ALLARD');
});
