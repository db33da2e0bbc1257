import type { Page } from '@playwright/test';
import type { RollLine } from '../../shared/exam/rooms/roll';
import type { Person } from '../../shared/exam/staff/kinds';
import type { CandidateId, RoomId } from '../../shared/kernel/ids';
import { type SeededCentre, unlock } from './seededCentre';

/** A room of a centre, and two leads who teach nobody there. */
export interface HeldRoom {
  readonly room: RoomId;
  readonly roll: readonly RollLine[];
  readonly lead: Person;
  readonly other: Person;
}

export function hasExtraTime({ accommodations }: RollLine): boolean {
  return accommodations.some(({ kind }) => kind === 'extraTime');
}

/** The first room that suits, its team being two leads who teach nobody there. */
export function roomOf(centre: SeededCentre, suits: (roll: readonly RollLine[], room: RoomId) => boolean): HeldRoom {
  for (const room of centre.rooms()) {
    const roll = centre.roll(room);
    const divisions = new Set(roll.map(({ division }) => division));
    const [lead, other] = centre
      .people('roomLeadInvigilator')
      .filter(({ teaches }) => !teaches.some((each) => divisions.has(each)));
    if (lead && other && suits(roll, room)) return { room, roll, lead, other };
  }
  throw new Error('no room of the centre suits');
}

/** The head designates the team, then acts as the room's lead would. */
export async function assign(centre: SeededCentre, { room, lead, other }: HeldRoom): Promise<void> {
  await centre.unlockAs('centreHead');
  await centre.say({
    kind: 'invigilators.assigned',
    about: { sitting: centre.sitting, room },
    data: { lead: lead.id, others: [other.id] },
  });
}

/** Unlocks under the person and opens the room. */
export async function enterRoom(page: Page, centre: SeededCentre, person: Person, room: RoomId): Promise<void> {
  await centre.reopen();
  await unlock(page, person);
  await page.getByRole('link', { name: 'Salle' }).first().waitFor();
  await goTo(page, centre, room);
}

export async function goTo(page: Page, centre: SeededCentre, room: RoomId): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/salle/${centre.sitting}/${room}`);
  await page.getByRole('list', { name: 'Déroulement de la salle' }).waitFor();
}

export function seat(page: Page, candidate: CandidateId) {
  return page.locator(`#seat-${candidate}`);
}

export function press(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole('button', { name }).first().click();
}
