import { writeFileSync, mkdirSync } from 'node:fs';
import { test } from 'vitest';
import { beginPrintJob } from '../../../shared/documents/document';
import { rollCallListModel } from '../../../shared/documents/rollCallList';
import { signInSheetModel } from '../../../shared/documents/signInSheet';
import { b12, centreWith, french, morning, printedAt } from '../../support/pageCentre';
import { crowd, hardNames } from '../../support/people';
import { pageFonts } from '../../support/pages';

test('look', () => {
  mkdirSync('out/look', { recursive: true });
  const { state } = centreWith(hardNames);
  const big = centreWith(crowd(75)).state;
  for (const [name, model] of [
    ['appel', rollCallListModel(state, morning, b12)],
    ['emargement', signInSheetModel(state, morning, b12, french)],
    ['appel-75', rollCallListModel(big, morning, b12)],
  ] as const) {
    if (!model) throw new Error(name);
    const job = beginPrintJob(pageFonts, printedAt);
    job.add(model);
    const bytes = job.finish();
    writeFileSync(`out/look/${name}.pdf`, bytes);
    console.log(name, bytes.length);
  }
});
