import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, launch, root, test } from '../support/launch';

const out = path.join(root, 'out/tour');

test('the tour', async ({ profile }) => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { app, page, complaints } = await launch(profile, { args: ['--demonstration'], env: { CACHET_SAVE_TO: out } });
  await page.screenshot({ path: path.join(out, '01-premier-ecran.png') });
  await app.close();
  expect(complaints).toEqual([]);
});
