import { expect, test } from 'vitest';
import type { DocumentModel } from '../../../shared/documents/document';
import { postedListOfRoom } from '../../../shared/documents/postedList';
import { rollCallListModel } from '../../../shared/documents/rollCallList';
import { roomReportModel } from '../../../shared/documents/roomReport';
import { roomStateModel } from '../../../shared/documents/roomState';
import { signInSheetModel } from '../../../shared/documents/signInSheet';
import { tableLabelsModel } from '../../../shared/documents/tableLabels';
import { contestsOf } from '../../../shared/exam/contests/contests';
import { contestsIn } from '../../../shared/exam/contests/place';
import { at, b12, examDay, french, sitting } from '../../support/cast';
import { another, differingAspects, one, saidApart } from '../../support/differing';
import { drawn } from '../../support/drawn';
import { textOf } from '../../support/pages';

/** What a page says, its spaces made plain. */
async function read(model: DocumentModel | null): Promise<string> {
  return (await textOf(drawn(model))).join(' ').replaceAll(/\s+/gu, ' ');
}

test.each(differingAspects)(
  'R34 %s, said in two ways, is on the room’s report and on its state, with whose each version is',
  (aspect) => {
    const state = saidApart(aspect);
    const here = contestsIn(state, sitting, b12).length > 0 || aspect === 'papers' || aspect === 'sittings';
    const told = [
      roomReportModel(state, [], sitting, b12, french)?.toSettle,
      roomStateModel(state, sitting, b12, at('10:30'))?.contested,
    ];
    for (const facts of told) {
      expect(facts?.flatMap(({ versions }) => versions.map(({ by }) => by))).toEqual(
        here ? [one.person, another.person] : [],
      );
    }
  },
);

test('R34 the pages are drawn with every version of every contested fact of the room', async () => {
  const state = saidApart('attendance', 'starts', 'scriptCounts', 'seats', 'departures', 'observations');
  const facts = roomReportModel(state, [], sitting, b12, french)?.toSettle ?? [];
  expect(facts).toHaveLength(6);
  for (const model of [
    roomReportModel(state, [], sitting, b12, french),
    roomStateModel(state, sitting, b12, at('10:30')),
  ]) {
    const text = await read(model);
    for (const { about, versions } of facts) {
      expect(text).toContain(plain(about));
      for (const version of versions) expect(text).toContain(plain(`${version.text} (${version.by})`));
    }
  }
});

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}

test('R34 lists tell what they are drawn from; those that anybody reads tell of seats and no more', async () => {
  const state = saidApart('seats', 'registrations', 'noticesShown', 'identity');
  expect(contestsOf(state)).toHaveLength(4);
  const call = await read(rollCallListModel(state, sitting, b12));
  for (const about of ['Place de', 'Inscription de', 'Aménagements notifiés de']) expect(call).toContain(about);
  expect(call).not.toContain('Identité de');
  for (const model of [signInSheetModel(state, sitting, b12, french), postedListOfRoom(state, sitting, b12)]) {
    const text = await read(model);
    expect(text).toContain('Place de');
    expect(text).toMatch(/Inscription de ALLARD Camille ?: à trancher/);
    for (const hidden of ['Aménagements', 'temps majoré', 'né le', String(one.person)])
      expect(text).not.toContain(hidden);
  }
});

test('R34 a label of a contested seat says so, the others do not', async () => {
  const labels = tableLabelsModel(saidApart('seats'), examDay, b12);
  expect(labels?.labels.filter(({ contested }) => contested).map(({ table }) => table)).toEqual([11]);
  expect((await read(labels)).match(/place à trancher/g)).toHaveLength(1);
});
