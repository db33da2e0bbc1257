import type { Command } from '../../shared/exam/catalogue';
import { expectAccessible } from '../support/accessible';
import { expect, test } from '../support/launch';
import { centreToday, unlock } from '../support/seededCentre';

test('a room described in two ways is shown as such in every place, and settled in Préparation', async ({
  desk: { page },
}) => {
  const centre = await centreToday(page);
  const [id] = centre.rooms();
  const room = centre.dossier.rooms.find((each) => each.id === id);
  const [head] = centre.people('centreHead');
  if (!room || !head) throw new Error('a centre has rooms and a head');
  const described = (building: string): Command => ({
    kind: 'rooms.published',
    about: { session: centre.dossier.session.id },
    data: { rooms: [{ ...room, building }] },
  });
  await centre.unlockAs('centreHead');
  const before = centre.state;
  await centre.say(described('Bâtiment Nord'));
  await centre.sayKnowing(before, described('Bâtiment Sud'));
  await centre.reopen();
  await unlock(page, head);

  const told = 'Deux descriptions de cette salle, à trancher';
  const card = page.getByRole('list', { name: 'Salles' }).getByRole('listitem').filter({ hasText: room.id });
  await expect(card).toContainText(told);
  await card.getByRole('link', { name: room.id }).click();
  await expect(page.getByRole('main')).toContainText(told);

  await page.evaluate(() => {
    location.hash = '#/preparation/placement';
  });
  await expect(page.getByRole('region', { name: 'Sans place' }).first()).toContainText('à trancher');
  await expect(page.getByText('Sa salle a été retirée')).toBeHidden();

  await page.evaluate(() => {
    location.hash = '#/preparation/salles';
  });
  const contested = page.getByRole('region', { name: /deux descriptions$/ });
  await expect(contested).toContainText('Bâtiment Nord');
  await expect(contested).toContainText('Bâtiment Sud');
  await expectAccessible(page);
  await contested.getByRole('button', { name: /Bâtiment Sud/ }).click();
  await expect(contested).toBeHidden();
  await expect(page.getByRole('list', { name: 'Salles du centre' })).toContainText('Bâtiment Sud');
});
