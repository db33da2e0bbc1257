import { mkdtempSync, rmSync } from 'node:fs';
import { register } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { test as base, type Desk, expect, launch } from './launch';
import type { StartedHeadquarters } from './vigieHeadquarters';

const bareWindow = path.resolve(import.meta.dirname, 'bareWindow');

// Playwright does not know Vite's `?raw`
register('./rawText.mjs', import.meta.url);
const { agent, startHeadquarters } = await import('./vigieHeadquarters');

interface Fixtures {
  /** What the browser tells by itself of answers that a test expects to be refusals. */
  readonly refusals: RegExp;
  readonly headquarters: StartedHeadquarters;
  /** A browser on headquarters' page. Its console must have stayed silent when the test ends. */
  readonly vigie: Desk;
  /** As `vigie`, signed in. */
  readonly signedIn: Desk;
}

export const test = base.extend<Fixtures>({
  // somebody who is not let in yet
  refusals: [/status of 401/, { option: true }],
  headquarters: async ({}, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cachet-vigie-'));
    const headquarters = await startHeadquarters(folder);
    await use(headquarters);
    await headquarters.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  vigie: async ({ profile, saved, headquarters, refusals }, use) => {
    const env = { CACHET_PAGE: `${headquarters.node.url}/`, CACHET_SAVE_TO: saved };
    const vigie = await launch(profile, { application: bareWindow, env });
    await use(vigie);
    await vigie.app.close();
    expect(vigie.complaints.filter((each) => !refusals.test(each))).toEqual([]);
  },
  signedIn: async ({ vigie, headquarters }, use) => {
    const { page } = vigie;
    await page.getByLabel('Identifiant').fill(agent.person);
    await page.getByLabel('Mot de passe').fill(agent.password);
    await page.getByLabel('Code à six chiffres').fill(headquarters.totp());
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByRole('heading', { name: 'Vigie des examens', level: 1 })).toBeVisible();
    await use(vigie);
  },
});

export { agent, expect };
