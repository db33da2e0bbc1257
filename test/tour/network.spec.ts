import { expect } from '@playwright/test';
import { faultyWay } from '../support/faultyWay';
import { Internet } from '../support/internet';
import { test } from '../support/launch';
import { whyNoNetwork } from '../support/localNetwork';
import { demonstrationDossier, demonstrationPin } from '../support/preparation';
import { Building } from './building';
import { Headquarters, morning } from './headquarters';
import { awaits, goTo, isReady, joins, notes, opensAs, readAloud, seat } from './networkGestures';

test('a morning of five machines on the centre’s own network', async ({ profile, saved }, testInfo) => {
  const whyNot = whyNoNetwork();
  if (whyNot !== null) console.warn(`not run here: ${testInfo.title}\n  ${whyNot}`);
  testInfo.skip(whyNot !== null, whyNot ?? undefined);
  test.setTimeout(1_800_000);
  const dossier = demonstrationDossier('M', 1, morning);
  const person = (role: string, at = 0) => {
    const found = dossier.staff.filter(({ roles }) => roles.some((each) => each === role))[at];
    if (!found) throw new Error(`nobody is ${role}`);
    return found;
  };
  const [sitting] = dossier.sittings;
  const [roomA, roomB, roomC] = dossier.rooms;
  if (!sitting || !roomA || !roomB || !roomC) throw new Error('the demonstration has rooms');
  const routeOf = ({ id }: { readonly id: string }) => `#/salle/${sitting.id}/${id}`;
  const [head, leadA, leadB, leadC] = [
    person('centreHead'),
    person('roomLeadInvigilator', 0),
    person('roomLeadInvigilator', 1),
    person('roomLeadInvigilator', 2),
  ];
  const headquarters = await Headquarters.begin(testInfo.outputPath(), saved, '07:40');
  const building = await Building.open(profile, 'reseau', headquarters.clock);
  const internet = new Internet(building.network);
  const way = await faultyWay(() => headquarters.address, internet.address);
  const timeIs = async (time: string) => {
    await headquarters.timeIs(time);
    await building.timeIs(time);
  };
  try {
    const [office, a, b, c] = await Promise.all(['direction', 'salle-a', 'salle-b', 'salle-c'].map((name) => building.laptop(name)));
    if (!office || !a || !b || !c) throw new Error('four machines');
    let direction = await building.open(office, 'direction', '07:40');

    await test.step('07:40, the head’s machine is enrolled by its code, everybody is seated', async () => {
      const { page } = direction;
      await page.getByRole('button', { name: 'Rattacher au siège' }).click();
      await page.getByLabel('Adresse du siège').fill(way.url);
      await page.getByLabel('Code de rattachement').fill(headquarters.code);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('region', { name: 'Ce que le siège a publié arrive' })).toBeVisible();
      await page.getByRole('button', { name: 'Continuer' }).click();
      await direction.unlock(head, 'centreHead', demonstrationPin);
      await direction.open('#/preparation/placement');
      await direction.press('Répartir');
      await page.getByRole('button', { name: 'Appliquer cette répartition' }).click();
      await expect(page.getByText('Tous les candidats attendus ont une table.')).toBeVisible();
    });

    await timeIs('07:50');
    const stages = new Map<string, Awaited<ReturnType<typeof building.open>>>();
    for (const [laptop, room, lead] of [
      [a, roomA, leadA],
      [b, roomB, leadB],
      [c, roomC, leadC],
    ] as const) {
      await test.step(`a machine joins for ${room.name}, by the code that is read aloud`, async () => {
        const stage = await building.open(laptop, laptop.name, '07:50');
        await awaits(direction, room.name);
        const told = await readAloud(direction);
        await direction.picture('code-a-dicter');
        await joins(stage, told);
        await direction.press('Terminer');
        await opensAs(stage, lead);
        await isReady(stage, routeOf(room), lead);
        await stage.picture('salle-prete');
        stages.set(laptop.name, stage);
      });
    }
    await goTo(direction, 'Réseau');
    await direction.picture('reseau-au-matin');
  } catch (error) {
    await building.debug();
    throw error;
  } finally {
    await building.remove();
    await way.close();
    await headquarters.end();
  }
});
