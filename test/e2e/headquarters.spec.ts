import type { Page } from '@playwright/test';
import { paperDesignation } from '../../shared/exam/papers/designation';
import { ENROLMENT_CODE } from '../../shared/exchange/enrolment';
import { recoveryCodeOf } from '../../shared/kernel/recoveryCode';
import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { centreTomorrow, HeadquartersStaff, seatEveryone } from '../support/headquartersDesk';
import { bundledHeadquarters, type HeadquartersProcess } from '../support/headquartersProcess';
import { expect, launch, test } from '../support/launch';

const dossier = centreTomorrow();
const [firstSitting] = dossier.sittings;
const [paper] = dossier.papers.filter(({ id }) => firstSitting?.papers.includes(id));
const banner = (page: Page) => page.getByRole('banner');
const card = (page: Page, name: string) => page.getByRole('article', { name });

const goTo = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

async function expectWell(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNothingCutOff(page);
}

test.describe('a centre and its headquarters', () => {
  let program: Awaited<ReturnType<typeof bundledHeadquarters>>;
  let headquarters: HeadquartersProcess;
  test.beforeAll(async () => {
    program = await bundledHeadquarters();
    headquarters = await program.start(null, { codeFor: dossier.session.centre.code });
  });
  test.afterAll(async () => {
    await headquarters.kill();
    await program.remove();
  });

  test('enrolled by code on its first run, a centre sees what headquarters publishes, writes and changes, and headquarters that it was read', async ({
    profile,
  }) => {
    test.setTimeout(240_000);
    const staff = await HeadquartersStaff.at(headquarters, dossier.session.year);
    await staff.publish(dossier);
    const code = await staff.code();
    const desk = await launch(profile);
    const { page } = desk;

    await test.step('a mistyped group is told by its number, an unknown code by headquarters', async () => {
      await page.getByRole('button', { name: 'Rattacher au siège' }).click();
      await expectWell(page);
      await page.getByLabel('Adresse du siège').fill(headquarters.url);
      const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
      await page.getByLabel('Code de rattachement').fill(wrong);
      await page.keyboard.press('Enter');
      await expect(page.getByText('Le groupe n° 3 n’est pas juste')).toBeVisible();
      await page
        .getByLabel('Code de rattachement')
        .fill(recoveryCodeOf(new Uint8Array(ENROLMENT_CODE.bytes).fill(9), ENROLMENT_CODE));
      await page.keyboard.press('Enter');
      await expect(page.getByText('Le siège ne connaît pas ce code')).toBeVisible();
      await expectWell(page);
    });

    await test.step('what was published arrives; the head chooses a code and the desk opens', async () => {
      await page.getByLabel('Code de rattachement').fill(code.toLowerCase());
      await page.keyboard.press('Enter');
      const arriving = page.getByRole('region', { name: 'Ce que le siège a publié arrive' });
      await expect(arriving).toContainText('Bac pro, session d’essai');
      const onwards = page.getByRole('button', { name: 'Continuer' });
      await expect(onwards).toHaveCSS('color', 'rgb(255, 255, 255)'); // all is there, and its colour has turned
      await expectWell(page);
      await onwards.click();
      await page.getByLabel('Code choisi').fill('731946');
      await page.getByLabel('Le même code, une seconde fois').fill('731946');
      await page.getByRole('button', { name: 'Ouvrir le centre' }).click();
      await expect(banner(page).getByText('Au siège\u202F: à jour')).toBeVisible();
      await seatEveryone(page, dossier);
      await page.reload();
      await expect(banner(page).getByText('Au siège\u202F: à jour')).toBeVisible();
    });

    await test.step('an erratum is unmissable on the head’s desk, and read with name and hour', async () => {
      await staff.write({
        subject: 'erratum',
        title: 'Question 3 : une donnée à corriger',
        text: 'Lire « 25 kg » au lieu de « 35 kg ».',
        papers: paper ? [paperDesignation.parse(paper)] : [],
        readOut: true,
      });
      await expect(
        page
          .getByRole('navigation', { name: 'Bureaux' })
          .getByRole('link', { name: /^Siège/ })
          .getByRole('status'),
      ).toContainText('1 message à lire');
      await goTo(page, '#/centre');
      await expect(card(page, 'Question 3')).toContainText('Lire « 25 kg »');
      await expect(card(page, 'Question 3')).toContainText('À lire aux candidats');
      await expectWell(page);
      await card(page, 'Question 3').getByRole('button', { name: 'Lu' }).click();
      await expect(card(page, 'Question 3')).toHaveCount(0);
    });

    await test.step('the room reads it to its candidates; the list tells both', async () => {
      await goTo(page, '#/salle');
      await page.getByRole('main').getByRole('link').or(page.getByRole('main').getByRole('button')).first().waitFor();
      const state = await page.evaluate(() => location.hash);
      expect(state).toContain('#/salle');
      await goTo(page, `#/salle/${firstSitting?.id}/${dossier.rooms[0]?.id}`);
      await expect(card(page, 'Question 3')).toBeVisible();
      await expectWell(page);
      await page.getByRole('button', { name: 'Lu aux candidats' }).click();
      await expect(page.getByRole('button', { name: 'Lu aux candidats' })).toHaveCount(0);
      await goTo(page, '#/siege/messages');
      await expect(card(page, 'Question 3')).toContainText(/Lu par .+ à \d\d:\d\d/);
      await expect(card(page, 'Question 3')).toContainText(/lu dans 1 sur/);
      await expectWell(page);
    });

    await test.step('what headquarters changes late is told before and after, until the head has seen it', async () => {
      const [changed, ...others] = dossier.candidates;
      if (!changed || !firstSitting) throw new Error('the dossier has candidates and sittings');
      await staff.publish({
        ...dossier,
        sittings: dossier.sittings.map((each) => (each.id === firstSitting.id ? { ...each, start: '09:45' } : each)),
        candidates: [{ ...changed, accommodations: [{ kind: 'extraTime', minutesPerHour: 20 }] }, ...others],
      });
      await goTo(page, '#/centre');
      await expect(card(page, 'Ce qui a changé')).toContainText('2 changements reçus');
      await card(page, 'Ce qui a changé').getByRole('link').click();
      await expect(page.getByRole('main')).toContainText(`${firstSitting.start} → Maintenant 09:45`);
      await expect(page.getByRole('main')).toContainText('tiers temps');
      await expectWell(page);
      await page.getByRole('button', { name: 'Tout noter comme vu' }).click();
      await expect(page.getByRole('button', { name: 'Vu', exact: true })).toHaveCount(0);
    });

    await test.step('each line of the main courante tells how far it has come', async () => {
      await goTo(page, '#/journal');
      const lines = page.getByRole('listbox', { name: 'Main courante' }).getByRole('option');
      await expect(lines.first()).toContainText('Changement reçu vu');
      await expect(lines.first()).toContainText(/Reçue au siège \d\d:\d\d/);
      await expectWell(page);
    });

    await test.step('headquarters away: what waits is counted, since when, with what is wrong and what to do', async () => {
      await headquarters.kill();
      await goTo(page, '#/siege');
      await page.getByRole('button', { name: 'Échanger maintenant' }).click();
      const standing = page.getByRole('region', { name: 'Où en est l’échange' });
      await expect(standing).toContainText('refuse la connexion');
      await expect(banner(page).getByText(/Siège injoignable depuis/)).toBeVisible();
      await expectWell(page);
    });
    await desk.app.close();
    expect(desk.complaints).toEqual([]);
  });
});
