import path from 'node:path';
import { expect } from '@playwright/test';
import type { Room } from '../../shared/exam/rooms/kinds';
import type { Person } from '../../shared/exam/staff/kinds';
import { streamId } from '../../shared/kernel/ids';
import { channelNameOf } from '../../shared/kernel/statement';
import { faultyWay } from '../support/faultyWay';
import { Internet } from '../support/internet';
import { root, test } from '../support/launch';
import { whyNoNetwork } from '../support/localNetwork';
import { demonstrationPin } from '../support/preparation';
import { Building, type Laptop } from './building';
import { endsOn, Headquarters } from './headquarters';
import { cast, routeOf } from './networkCast';
import {
  awaits,
  familyAt,
  goTo,
  isReady,
  joins,
  notes,
  opensAs,
  patient,
  readAloud,
  readsKey,
  seat,
  settles,
  writesKey,
} from './networkGestures';
import type { Stage } from './stage';

const standing = ({ page }: Stage) => page.getByRole('region', { name: 'Où en est l’échange' });

test('a morning of five machines on the centre’s own network', async ({ profile, saved }, testInfo) => {
  const whyNot = whyNoNetwork();
  if (whyNot !== null) console.warn(`not run here: ${testInfo.title}\n  ${whyNot}`);
  testInfo.skip(whyNot !== null, whyNot ?? undefined);
  test.setTimeout(1_800_000);
  const { head, deputy, leadA, leadB, leadC, roomA, roomB, roomC } = cast;
  const took = (what: string, since: number) => {
    const description = `${((performance.now() - since) / 1_000).toFixed(1)} s`;
    testInfo.annotations.push({ type: what, description });
    console.log(`${what}: ${description}`);
  };
  const headquarters = await Headquarters.begin(path.join(root, 'out/tour/reseau'), saved, '07:40');
  const building = await Building.open(profile, 'reseau', headquarters.clock);
  const internet = new Internet(building.network);
  const way = await faultyWay(() => headquarters.address, internet.address);
  const timeIs = async (time: string) => {
    await headquarters.timeIs(time);
    await building.timeIs(time);
  };
  try {
    const names = ['direction', 'salle-a', 'salle-b', 'salle-c', 'salle-a-bis'];
    const [office, a, b, c, d] = await Promise.all(names.map((name) => building.laptop(name)));
    if (!office || !a || !b || !c || !d) throw new Error('five machines');
    let direction = await building.open(office, 'direction', '07:40');

    await test.step('07:40, the head’s machine is enrolled by its code, everybody is seated', async () => {
      const { page } = direction;
      await page.getByRole('button', { name: 'Rattacher au siège' }).click();
      await page.getByLabel('Adresse du siège').fill(way.url);
      await page.getByLabel('Code de rattachement').fill(headquarters.code);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('region', { name: 'Ce que le siège a publié arrive' })).toBeVisible();
      await page.getByRole('button', { name: 'Continuer' }).click();
      await expect(page.getByText('Qui êtes-vous')).toBeVisible(patient);
      await direction.unlock(head, 'centreHead', demonstrationPin);
      await direction.open('#/preparation/placement');
      await direction.press('Répartir');
      await page.getByRole('button', { name: 'Appliquer cette répartition' }).click();
      await expect(page.getByText('Tous les candidats attendus ont une table.')).toBeVisible();
    });

    const roomStage = async (laptop: Laptop, room: Room, lead: Person, beside: readonly string[] = []) => {
      await awaits(direction, room.name, beside);
      const told = await readAloud(direction);
      const stage = await building.open(laptop, laptop.name, '07:50');
      await joins(stage, told);
      await direction.press('Terminer');
      await opensAs(stage, lead);
      await isReady(stage, routeOf(room), lead);
      return stage;
    };
    await timeIs('07:50');
    const stageA = await test.step('07:50, three machines join, by an address and a code', () =>
      roomStage(a, roomA, leadA));
    const stageB = await roomStage(b, roomB, leadB, [roomA.name]); // next door: it stands in for the other's machine
    const stageC = await roomStage(c, roomC, leadC);
    await stageA.picture('salle-prete');
    const [inA, inC] = [await familyAt(stageA, 7), await familyAt(stageC, 6)];
    await goTo(direction, 'Réseau');
    await direction.picture('reseau-au-matin');

    await test.step('08:00, one of them is carried to a room where there is no network at all', async () => {
      await timeIs('08:00');
      building.network.plugged(c.plug, false);
      await direction.open('#/siege');
      await direction.press('Échanger maintenant');
      await expect(standing(direction)).toContainText('le siège a accusé réception de tout');
      await headquarters.isLevelWith(direction.page);
      await headquarters.watch();
      await headquarters.picture('au-matin', /Lycée/);
    });

    await test.step('08:10, the internet is cut', async () => {
      await timeIs('08:10');
      internet.cut();
      way.cut(); // headquarters give up what they hear nothing of any more
      await direction.press('Échanger maintenant');
      await expect(direction.page.getByText('Siège injoignable').first()).toBeVisible(patient);
      await direction.picture('siege-injoignable');
    });

    await test.step('08:25, the roll is called; the head sees it', async () => {
      await timeIs('08:25');
      await notes(stageA, 3, 'absent');
      const since = performance.now();
      await notes(stageB, 4, 'absent');
      await notes(stageC, 5, 'absent');
      await direction.open(routeOf(roomB));
      await expect(seat(direction.page, 4)).toHaveAccessibleName(/absent/, patient);
      took('a mark made in a room stands on the head’s screen', since);
      await direction.open(routeOf(roomA));
      await expect(seat(direction.page, 3)).toHaveAccessibleName(/absent/, patient);
      await direction.open('#/centre');
      await direction.picture('appel-en-cours');
    });

    await test.step('08:35, the key makes its round', async () => {
      await timeIs('08:35');
      await writesKey(stageC);
      await readsKey(direction, 'cle-lue');
      await writesKey(direction);
      await readsKey(stageC, 'cle-relue');
      await direction.open(routeOf(roomC));
      await expect(seat(direction.page, 5)).toHaveAccessibleName(/absent/, patient);
      await stageC.open(routeOf(roomC));
    });

    await test.step('08:40, the relay is killed; two machines note the same candidate differently', async () => {
      await timeIs('08:40');
      await building.dies(office);
      await notes(stageA, 7, 'absent');
      await goTo(stageA, 'Réseau');
      await stageA.press('Échanger maintenant');
      await expect(stageA.page.getByText('Cachet n’y est pas ouvert')).toBeVisible(patient);
      await stageA.picture('relais-arrete');
      await stageB.handOver(deputy, 'deputyCentreHead', demonstrationPin);
      await stageB.open(routeOf(roomA));
      await notes(stageB, 7, 'present');
    });

    await test.step('08:45, another room’s machine is made a relay; the others find it by themselves', async () => {
      await timeIs('08:45');
      await goTo(stageB, 'Réseau');
      const since = performance.now();
      await stageB.press('Servir de relais');
      await expect(stageB.page.getByRole('region', { name: 'Ce poste', exact: true })).toContainText(
        'ce poste sert de relais',
      );
      await expect(stageA.page.getByText(`Relié au relais «\u202F${roomB.name}\u202F»`)).toBeVisible(patient);
      took('a machine is linked to the relay that took over', since);
      await stageB.picture('nouveau-relais');
      await stageA.picture('relie-au-nouveau-relais');
      await stageA.open(routeOf(roomA));
      await expect(stageA.page.getByRole('region', { name: '1 fait à trancher' })).toBeVisible(patient);
      took('what it said meanwhile is known on both', since);
      await stageA.picture('a-trancher-en-salle');
      await stageB.handOver(leadB, 'roomLeadInvigilator', demonstrationPin);
      await stageB.open(routeOf(roomB));
    });

    await test.step('09:10, the head’s machine is back', async () => {
      await timeIs('09:10');
      const since = performance.now();
      direction = await building.open(office, 'direction-de-retour', '09:10');
      await direction.unlock(head, 'centreHead', demonstrationPin);
      took('the head’s machine is open again', since);
      await goTo(direction, 'Réseau');
      await expect(direction.page.getByRole('article', { name: roomB.name })).toContainText('À jour', patient);
      took('and level with the relay', since);
      await direction.picture('reseau-deux-relais');
      await direction.open(routeOf(roomC));
      await notes(direction, 6, 'present');
      await notes(stageC, 6, 'absent');
    });

    const stageD = await test.step('09:20, a room’s laptop is dead; another one takes its place', async () => {
      await timeIs('09:20');
      await building.dies(a);
      building.network.plugged(a.plug, false);
      const since = performance.now();
      await goTo(direction, 'Réseau');
      await direction.press(`Remplacer – ${roomA.name}`);
      const dialog = direction.page.getByRole('dialog', { name: `Remplacer le poste «\u202F${roomA.name}\u202F»` });
      await direction.picture('remplacer');
      await dialog.getByRole('button', { name: 'Afficher le code' }).click();
      const told = await readAloud(direction);
      const stage = await building.open(d, d.name, '09:20');
      await joins(stage, told);
      await opensAs(stage, leadA);
      await stage.open(routeOf(roomA));
      await expect(seat(stage.page, 3)).toHaveAccessibleName(/absent/, patient);
      took('a laptop is replaced', since);
      await stage.picture('poste-de-remplacement');
      await direction.press('Terminer');
      const dead = direction.page.getByRole('row').filter({ hasText: 'écarté' });
      await expect(dead).toContainText(roomA.name);
      await expect(dead).not.toContainText('sert de relais');
      await direction.picture('poste-remplace');
      return stage;
    });

    await test.step('09:30, the key makes its round again', async () => {
      await timeIs('09:30');
      await writesKey(stageC);
      await readsKey(direction);
      await writesKey(direction);
      await readsKey(stageC);
      await stageC.open(routeOf(roomC));
      await expect(stageC.page.getByRole('region', { name: '1 fait à trancher' })).toBeVisible(patient);
      await stageC.picture('a-trancher-par-la-cle');
    });

    await test.step('09:35, the roll of the three rooms is finished', async () => {
      await timeIs('09:35');
      for (const stage of [stageB, stageC, stageD]) await stage.press('Tous les autres sont présents');
      await direction.open('#/centre');
      const link = direction.page.getByRole('link', { name: roomB.name.replace('Salle ', ''), exact: true });
      await expect(direction.page.getByRole('listitem').filter({ has: link })).toContainText('Appel terminé', patient);
    });

    await test.step('11:30, the internet is back', async () => {
      await timeIs('11:30');
      await headquarters.picture('centre-silencieux', /il y a\s3/);
      const since = performance.now();
      way.mend();
      internet.mend();
      await direction.open('#/siege');
      await direction.press('Échanger maintenant');
      await expect(standing(direction)).toContainText('le siège a accusé réception de tout', patient);
      took('headquarters have all once the internet is back', since);
    });

    await test.step('11:40, the head settles what was said in two ways; everybody sees it', async () => {
      await timeIs('11:40');
      await direction.open('#/centre');
      await direction.picture('a-trancher');
      await settles(direction, inA, 'absent', 'Émargement non signé', 'trancher');
      await settles(direction, inC, 'présent', 'Copie remise et émargée', 'trancher-encore');
      await expect(seat(stageD.page, 7)).toHaveAccessibleName(/absent/, patient);
      await expect(stageD.page.getByRole('region', { name: /à trancher/ })).toBeHidden();
      await stageD.picture('tranche');
      await writesKey(stageC);
      await readsKey(direction);
      await writesKey(direction);
      await readsKey(stageC);
      for (const stage of [direction, stageB, stageC, stageD]) {
        await goTo(stage, 'Journal');
        for (const reason of ['Émargement non signé', 'Copie remise et émargée'])
          await expect(stage.page.getByRole('listbox', { name: 'Main courante' })).toContainText(reason, patient);
      }
      await stageC.picture('decisions-au-journal');
    });

    await test.step('12:00, level', async () => {
      await timeIs('12:00');
      const since = performance.now();
      await headquarters.isLevelWith(direction.page);
      const all = await headquarters.ends();
      expect(all.length).toBeGreaterThan(8);
      const ofRooms = all.filter(({ stream }) =>
        ['session', 'rooms', 'lists'].includes(channelNameOf(streamId.of(stream))),
      );
      for (const { page } of [stageB, stageC, stageD]) await expect.poll(() => endsOn(page), patient).toEqual(ofRooms);
      took('every machine and headquarters hold the same at noon', since);
      await goTo(direction, 'Réseau');
      await direction.picture('reseau-a-midi');
      await headquarters.picture('a-midi', /Lycée/);
    });
    await building.close();
  } catch (error) {
    await building.picture('au-moment-de-l-echec');
    throw error;
  } finally {
    await building.remove();
    await way.close();
    await headquarters.end();
  }
});
