import { expect } from '@playwright/test';
import { faultyWay } from '../support/faultyWay';
import { test } from '../support/launch';
import { demonstrationDossier, demonstrationPin } from '../support/preparation';
import { Headquarters, morning } from './headquarters';
import { playMorning } from './roomMorning';
import { Stage } from './stage';

test('a morning with headquarters, whose internet is away from 08:10 to 11:30', async ({ profile, saved }) => {
  test.setTimeout(900_000);
  const stage = await Stage.open(profile, 'siege', morning, '07:40');
  const { page } = stage;
  const headquarters = await Headquarters.begin(stage.folder, saved, '07:40');
  const way = await faultyWay(() => headquarters.address);
  const timeIs = async (time: string) => {
    await headquarters.timeIs(time);
    await stage.timeIs(time);
  };
  const standing = page.getByRole('region', { name: 'Où en est l’échange' });
  try {
    await test.step('07:40, the centre’s machine is enrolled by its code, and gets its session', async () => {
      await page.getByRole('button', { name: 'Rattacher au siège' }).click();
      await page.getByLabel('Adresse du siège').fill(way.url);
      await page.getByLabel('Code de rattachement').fill(headquarters.code);
      await stage.picture('rattachement');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('region', { name: 'Ce que le siège a publié arrive' })).toBeVisible();
      await page.getByRole('button', { name: 'Continuer' }).click();
    });
    const dossier = demonstrationDossier('M', 1, morning);
    const head = dossier.staff.find(({ roles }) => roles.includes('centreHead'));
    if (!head) throw new Error('nobody directs the centre');
    await stage.unlock(head, 'centreHead', demonstrationPin);
    await stage.open('#/preparation/placement');
    await stage.press('Répartir');
    await page.getByRole('button', { name: 'Appliquer cette répartition' }).click();
    await expect(page.getByText('Tous les candidats attendus ont une table.')).toBeVisible();
    await stage.open('#/siege');
    await expect(standing).toContainText('le siège a accusé réception de tout');
    await stage.picture('siege-a-jour');
    await headquarters.watch();
    await headquarters.picture('au-matin', /Lycée/);

    await test.step('08:08, headquarters is copied; 08:10, the internet is cut', async () => {
      await timeIs('08:08');
      await headquarters.keepCopy();
      await stage.open('#/siege');
      await stage.press('Échanger maintenant');
      await expect(standing).toContainText('Dernier contact08:08');
      await timeIs('08:10');
      way.cut();
      await headquarters.say({
        subject: 'erratum',
        title: 'Partie 2, question 4',
        text: 'Lire « 12 kN » au lieu de « 21 kN ».',
        papers: [],
        readOut: true,
      });
    });

    await stage.open('#/centre');
    const [room] = dossier.rooms;
    const [sitting] = dossier.sittings;
    const lead = dossier.staff.find(({ roles }) => roles.includes('roomLeadInvigilator'));
    if (!room || !sitting || !lead) throw new Error('the demonstration has rooms and people');
    await test.step('the morning goes on with no network', async () => {
      await playMorning(stage, {
        ...{ head, pin: { lead: demonstrationPin, head: demonstrationPin } },
        ...{ room: room.name, route: `#/salle/${sitting.id}/${room.id}`, lead, second: null },
        leadRole: 'roomLeadInvigilator',
        absent: 3,
        late: 4,
        withoutIdentity: 5,
        leavesForAWhile: 6,
        showsNotice: 0,
        extraTime: [],
        ends: { board: '11:30', extended: '11:30' },
        pictured: false,
      });
      await stage.handOver(head, 'centreHead', demonstrationPin);
      await stage.open('#/siege');
      await expect(standing).toContainText(/En attente ici\d+\ssaisies/);
      await stage.picture('siege-injoignable');
      await stage.open('#/centre');
      await stage.press('État du centre');
      await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
      await stage.picture('etat-du-centre');
      await page.keyboard.press('Escape');
      await stage.open('#/siege');
      await headquarters.timeIs('11:30');
      await headquarters.picture('centre-silencieux', 'il y a 3 h 22');
    });

    await test.step('11:30, the internet is back; headquarters is killed in the middle of a batch', async () => {
      await timeIs('11:30');
      const killed = new Promise<void>((resolve) => way.after(6_000, () => resolve(headquarters.kill())));
      way.mend();
      await stage.press('Échanger maintenant');
      await killed;
      await headquarters.start();
      await stage.press('Échanger maintenant');
      await expect(standing).toContainText('le siège a accusé réception de tout');
      await headquarters.isLevelWith(page);
      await stage.picture('siege-de-nouveau-a-jour');
      await headquarters.picture('a-11-h-30', /Lycée/);
    });

    await test.step('11:40, headquarters is put back to its copy of 08:08: the centre gives it all again', async () => {
      await timeIs('11:40');
      await headquarters.restore();
      await stage.press('Échanger maintenant');
      await expect(page.getByText(/rétabli depuis une sauvegarde/).first()).toBeVisible();
      await stage.picture('siege-restaure');
    });

    await test.step('12:00, level', async () => {
      await timeIs('12:00');
      await stage.press('Échanger maintenant');
      await expect(standing).toContainText('le siège a accusé réception de tout');
      await headquarters.isLevelWith(page);
      await stage.open('#/centre');
      await stage.picture('centre-a-midi');
      await headquarters.picture('a-midi', /Lycée/);
    });
    await stage.close();
  } finally {
    await way.close();
    await headquarters.end();
  }
});
