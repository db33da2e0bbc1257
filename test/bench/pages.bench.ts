import { expect, test } from '@playwright/test';
import { jsPDF } from 'jspdf';
import { beginPrintJob } from '../../shared/documents/document';
import { type SignInSheet, signInSheetModel } from '../../shared/documents/signInSheet';
import { inTurn, ratioLine } from '../support/measure';
import { b12, centreWith, french, morning, printedAt } from '../support/pageCentre';
import { pageFonts } from '../support/pageFonts';
import { crowd } from '../support/people';

/** Sign-in sheets of a large half-day: 100 rooms of 40 candidates. */
const rooms = 100;

function sheets(): readonly SignInSheet[] {
  const { state } = centreWith(crowd(40));
  const model = signInSheetModel(state, morning, b12, french);
  if (!model) throw new Error('nobody sits there');
  return Array.from({ length: rooms }, (_, room) => ({ ...model, room: `B${room}`, id: `${model.id}-${room}` }));
}

/** Ours: embedded fonts, broken lines, rows never split, seal on every page. Answers the number of pages. */
function drawOurs(models: readonly SignInSheet[]): number {
  const job = beginPrintJob(pageFonts, printedAt);
  let pages = 0;
  for (const model of models) pages += job.add(model);
  job.finish();
  return pages;
}

/** The reference: the same words of the same rows by bare jsPDF, in a built-in font, nothing measured, no seal. */
function drawBare(models: readonly SignInSheet[], rowsPerPage: number): number {
  const doc = new jsPDF({ unit: 'mm', format: 'a4', compress: true });
  let pages = 0;
  for (const { candidates } of models) {
    for (let from = 0; from < candidates.length; from += rowsPerPage) {
      if (pages > 0) doc.addPage();
      pages += 1;
      candidates.slice(from, from + rowsPerPage).forEach((each, row) => {
        const y = 60 + row * 10;
        doc.text(String(each.table), 20, y);
        doc.text(each.familyName, 30, y);
        doc.text(each.givenNames, 76, y);
        doc.text(each.number ?? '', 110, y);
        doc.line(15, y + 3, 195, y + 3);
      });
    }
  }
  doc.output('arraybuffer');
  return pages;
}

async function timed(work: () => void): Promise<number> {
  const started = performance.now();
  work();
  return performance.now() - started;
}

test('sign-in sheets against bare jsPDF without fonts or seal', async () => {
  const models = sheets();
  const pages = drawOurs(models);
  const rowsPerPage = Math.ceil((rooms * 40) / pages);
  expect(drawBare(models, rowsPerPage)).toBe(pages);
  const taken = await inTurn(
    7,
    () => timed(() => drawOurs(models)),
    () => timed(() => drawBare(models, rowsPerPage)),
  );
  const median = taken.ours[3] ?? Number.POSITIVE_INFINITY;
  console.log(ratioLine(`${pages} sign-in pages`, 'bare jsPDF, the same rows without fonts or seal', taken));
  console.log(`sign-in pages per minute: ${Math.round((pages / median) * 60_000)} (1,000 wanted)`);
});
