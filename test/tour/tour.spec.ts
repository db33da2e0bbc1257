import { expect } from '@playwright/test';
import type { Dossier } from '../../shared/formats/dossier/schema';
import type { Role } from '../../shared/kernel/role';
import { test } from '../support/launch';
import { demonstrationPin, setUpDemonstration } from '../support/preparation';
import { roomOnTheBoard } from './board';
import { playMorning } from './roomMorning';
import { Stage } from './stage';

const morning = '2026-06-16';

test('a morning of the demonstration centre', async ({ profile }) => {
  test.setTimeout(600_000);
  const stage = await Stage.open(profile, 'demonstration', morning, '08:05');
  const { page } = stage;
  await expect(page.getByRole('heading', { name: 'Bienvenue dans Cachet' })).toBeVisible();
  await stage.picture('premier-ecran');
  const dossier = await setUpDemonstration(page, 'L');
  await stage.picture('qui-etes-vous');
  const head = personWho(dossier, 'centreHead');
  await stage.unlock(head, 'centreHead', demonstrationPin);
  await expect(page.getByText('salles scellées')).toBeVisible();
  await stage.picture('centre');
  await stage.open('#/preparation/salles');
  await expect(page.getByRole('button', { name: 'Ajouter une salle' })).toBeVisible();
  await stage.picture('salles');
  await stage.open('#/preparation/placement');
  await expect(page.getByText('Tous les candidats attendus ont une table.')).toBeVisible();
  await stage.picture('placement');
  await stage.open('#/preparation/copie');
  await stage.press('Choisir la clé ou le dossier…');
  await stage.press('Faire la première copie');
  await expect(page.getByRole('dialog', { name: 'Code de secours' }).getByRole('listitem')).toHaveCount(7);
  await stage.picture('copie-de-secours');
  await stage.press('Le code est en lieu sûr');
  const first = await roomOnTheBoard(stage, dossier, 'Salle A102');
  const apart = dossier.rooms.find((room) => room.extraTime);
  if (!apart) throw new Error('the demonstration keeps rooms for extra time');
  const second = await roomOnTheBoard(stage, dossier, apart.name);
  const rooms = [first.room, second.room];
  for (const document of [
    'Liste d’émargement',
    'Liste d’affichage par salle',
    'Liste d’appel',
    'Étiquettes de table',
    'Plan de salle',
  ]) {
    await stage.save(document, rooms, document === 'Liste d’émargement' ? 'pages' : undefined);
  }

  const both = { head, pin: { lead: demonstrationPin, head: demonstrationPin } };
  await playMorning(stage, {
    ...both,
    ...first,
    absent: 7,
    late: 9,
    withoutIdentity: 11,
    leavesForAWhile: 14,
    showsNotice: 0,
    extraTime: [],
    ends: { board: '11:30', extended: '12:20' },
    pictured: true,
  });
  await playMorning(stage, {
    ...both,
    ...second,
    absent: 2,
    late: 3,
    withoutIdentity: 4,
    leavesForAWhile: 5,
    showsNotice: 0,
    extraTime: [1, 6],
    ends: { board: '11:30', extended: '12:20' },
    pictured: false,
  });

  await stage.handOver(head, 'centreHead', demonstrationPin);
  await stage.open('#/centre');
  await stage.picture('centre-a-midi');
  await stage.open('#/journal');
  await expect(page.getByText(/Procès-verbal .*(clos|scellé)/i).first()).toBeVisible();
  await stage.picture('main-courante');
  await stage.open('#/verifier');
  await stage.press('Vérifier maintenant');
  await expect(page.getByText(/chaîne intacte/).first()).toBeVisible();
  await stage.picture('verification');
  await stage.open('#/reseau');
  await stage.press('Servir de relais');
  await expect(page.getByText('ce poste sert de relais', { exact: true })).toBeVisible();
  await stage.picture('reseau');
  await stage.save('Procès-verbal de salle', rooms, 'proces-verbal-imprime');
  await stage.close();
});

function personWho(dossier: Dossier, role: Role) {
  const person = dossier.staff.find(({ roles }) => roles.includes(role));
  if (!person) throw new Error(`nobody is ${role}`);
  return person;
}
