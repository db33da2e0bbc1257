import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { beginPrintJob } from '../../../shared/documents/document';
import { postedListOfPaper, postedListOfRoom } from '../../../shared/documents/postedList';
import { rollCallListModel } from '../../../shared/documents/rollCallList';
import { roomPlanModel } from '../../../shared/documents/roomPlan';
import { roomReportModel } from '../../../shared/documents/roomReport';
import { signInSheetModel } from '../../../shared/documents/signInSheet';
import { tableLabelsModel } from '../../../shared/documents/tableLabels';
import { b12, centreWith, examDay, french, morning, printedAt } from '../../support/pageCentre';
import { pageFonts } from '../../support/pages';
import { crowd, hardNames } from '../../support/people';
import { closedMorning, toldMorning } from '../../support/toldMorning';

test('look', () => {
  mkdirSync('out/look', { recursive: true });
  const { state } = centreWith(hardNames);
  const big = centreWith(crowd(75)).state;
  const told = toldMorning();
  const closed = closedMorning();
  for (const [name, model] of [
    ['appel', rollCallListModel(state, morning, b12)],
    ['emargement', signInSheetModel(state, morning, b12, french)],
    ['appel-75', rollCallListModel(big, morning, b12)],
    ['affichage', postedListOfRoom(told.state, morning, b12)],
    ['affichage-epreuve', postedListOfPaper(big, morning, french)],
    ['etiquettes', tableLabelsModel(told.state, examDay, b12)],
    ['plan', roomPlanModel(told.state, morning, b12)],
    ['plan-75', roomPlanModel(big, morning, b12)],
    ['pv', roomReportModel(told.state, told.statements, morning, b12, french)],
    ['pv-clos', roomReportModel(closed.state, closed.statements, morning, b12, french, true)],
  ] as const) {
    if (!model) throw new Error(name);
    const job = beginPrintJob(pageFonts, printedAt);
    job.add(model);
    const bytes = job.finish();
    writeFileSync(`out/look/${name}.pdf`, bytes);
  }
});
