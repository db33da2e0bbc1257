import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { apply } from '../../shared/exam/apply';
import type { Command } from '../../shared/exam/catalogue';
import { decide } from '../../shared/exam/decide';
import { unsaidOf } from '../../shared/exam/machines/unsaid';
import { concerns } from '../../shared/exam/papers/entitled';
import { expectedAt } from '../../shared/exam/rooms/expected';
import { roomCheckPoints, type Seat } from '../../shared/exam/rooms/kinds';
import { papersInRoom, type RollLine, rollOf } from '../../shared/exam/rooms/roll';
import type { Person } from '../../shared/exam/staff/kinds';
import { type CentreState, emptyState } from '../../shared/exam/state';
import { centreOf } from '../../shared/formats/demonstration/centre';
import { namesFrom } from '../../shared/formats/demonstration/names';
import type { Size } from '../../shared/formats/demonstration/tiers';
import type { Dossier } from '../../shared/formats/dossier/schema';
import { unpackDelivered } from '../../shared/journal/delivered';
import { decode } from '../../shared/journal/entry';
import {
  type CandidateId,
  type Day,
  day,
  entryId,
  personId,
  type RoomId,
  type SittingId,
} from '../../shared/kernel/ids';
import { type Instant, instant } from '../../shared/kernel/instant';
import type { Role } from '../../shared/kernel/role';
import type { Actor, Statement } from '../../shared/kernel/statement';
import { unhex } from './carried';
import { root } from './launch';

const setup: Actor = { person: personId.of('installation'), role: 'setup', unlocked: 'first-run' };
const everyonesPin = '2468';

function list(name: string): string {
  return readFileSync(path.join(root, 'shared/formats/demonstration/data', name), 'utf8');
}

/**
 * A made-up centre on this day; its first sitting starts at `start`, `HH:MM`, and the other of the day well apart, so that
 * a test is the same at any hour.
 */
export function madeUpCentre(size: Size, on: Day, start: string): Dossier {
  const names = namesFrom({ family: list('insee-noms.csv'), given: list('insee-prenoms.csv') });
  const dossier = centreOf(names, { size, seed: 7, day: on });
  const [first, ...others] = dossier.sittings;
  if (!first) throw new Error('a session has a sitting');
  const apart = others.map((each) => (each.day === on ? { ...each, start: wellApart(start) } : each));
  return { ...dossier, sittings: [{ ...first, start }, ...apart] };
}

/** Five hours later, as the afternoon is from the morning; where the day has not so many left, in the morning. */
function wellApart(start: string): string {
  const [hours = 0, minutes = 0] = start.split(':').map(Number);
  return hours + 5 < 23 ? `${String(hours + 5).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : '08:00';
}

/** Writes to a running desk's journal from outside its window, as its people would: decided, signed and kept by main. */
export class SeededCentre {
  state: CentreState = emptyState;
  private actor: Actor = setup;

  constructor(
    private readonly page: Page,
    readonly dossier: Dossier,
    /** Of whom this machine has the particulars: a room's has those of its rooms, and of others their numbers alone. */
    private readonly holds: (seat: Seat) => boolean = () => true,
  ) {}

  get sitting(): SittingId {
    const [first] = this.dossier.sittings;
    if (!first) throw new Error('a session has a sitting');
    return first.id;
  }

  /** Says commands that stand or fall together, under the actor who is unlocked. */
  say(...commands: readonly Command[]): Promise<void> {
    return this.sayKnowing(this.state, ...commands);
  }

  /** As `say`, by someone who knew no more than `seen`: what was said meanwhile is not superseded. */
  async sayKnowing(seen: CentreState, ...commands: readonly Command[]): Promise<void> {
    const decided = decide(commands, seen, this.actor, now());
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)} of ${JSON.stringify(commands[0])}`);
    const drafts = JSON.stringify(decided.value);
    const packed = await this.page.evaluate(async (given) => {
      const written = await window.cachet.inscribe({ drafts: JSON.parse(given), delivery: null });
      if (!written.ok) throw new Error(JSON.stringify(written.error));
      if (!written.value.kept.ok) throw new Error(JSON.stringify(written.value.kept.error));
      // as text: Playwright carries an array number by number
      return Array.from(written.value.entries, (byte) => byte.toString(16).padStart(2, '0')).join('');
    }, drafts);
    const entries = unpackDelivered(unhex(packed)).map(({ bytes }) => decode(bytes));
    this.state = apply(
      this.state,
      entries.flatMap((entry) => entry ?? []),
    );
  }

  /** The session, its papers, rooms, staff and candidates; everybody seated where they can sit on the first day. */
  async publish(): Promise<void> {
    const { session, regulations, specialities, papers, sittings, rooms, staff, candidates } = this.dossier;
    const about = { session: session.id };
    await this.say({ kind: 'session.published', about, data: session });
    const machine = await this.page.evaluate(() => window.cachet.machine());
    await this.say(...unsaidOf(machine, this.state));
    await this.say({ kind: 'regulations.published', about, data: { regulations, specialities } });
    for (const some of chunks(papers, 100)) await this.say({ kind: 'papers.published', about, data: { papers: some } });
    await this.say({ kind: 'sittings.published', about, data: { sittings } });
    for (const some of chunks(rooms, 100)) await this.say({ kind: 'rooms.published', about, data: { rooms: some } });
    for (const some of chunks(staff, 200)) await this.say({ kind: 'staff.published', about, data: { people: some } });
    const given = this.seats();
    const unheld = new Set(given.flatMap(({ candidate, seat }) => (this.holds(seat) ? [] : candidate)));
    const held = candidates.filter(({ id }) => !unheld.has(id));
    for (const some of chunks(held, 100)) {
      await this.say({ kind: 'candidates.published', about, data: { source: 'essai', candidates: some } });
    }
    for (const seats of chunks(given, 400)) await this.seat(seats);
  }

  /** Gives seats as an office does, whose machine has everybody's particulars. */
  async seat(seats: readonly GivenSeat[]): Promise<void> {
    const everybody = apply(this.state, listedElsewhere(this.dossier, this.actor));
    await this.sayKnowing(everybody, {
      kind: 'seats.assigned',
      about: { day: this.firstDay() },
      data: { seats: [...seats] },
    });
  }

  /** The particulars of somebody seated here arrive. */
  async handOver(candidate: CandidateId): Promise<void> {
    const { session, candidates } = this.dossier;
    const arrived = candidates.filter(({ id }) => id === candidate);
    const about = { session: session.id };
    await this.say({ kind: 'candidates.published', about, data: { source: 'essai', candidates: arrived } });
  }

  /** Gives everyone the demonstration's code, then acts as the first person who has the role. */
  async grant(): Promise<void> {
    const pinHash = await this.page.evaluate((pin) => window.cachet.hashPin({ pin }), everyonesPin);
    await this.say(
      ...this.dossier.staff.map(
        ({ id, roles }): Command => ({ kind: 'access.granted', about: { person: id }, data: { roles, pinHash } }),
      ),
    );
  }

  async unlockAs(role: Role, at = 0): Promise<Actor> {
    const person = this.dossier.staff.filter(({ roles }) => roles.includes(role))[at];
    if (!person) throw new Error(`nobody is ${role}`);
    const asked = { person: person.id, role, pin: everyonesPin };
    const answer = await this.page.evaluate((ask) => window.cachet.unlock(ask), asked);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    this.actor = answer.value;
    return answer.value;
  }

  /** The people who may take a role, in the order of the list. */
  people(role: Role): readonly Person[] {
    return this.dossier.staff.filter(({ roles }) => roles.includes(role));
  }

  /** Locks the machine and draws the desk anew from its journal, down to the choice of one's name. */
  async reopen(): Promise<void> {
    await this.page.evaluate(() => window.cachet.lock());
    await this.redraw(this.page.getByRole('listbox', { name: 'Personnes qui peuvent ouvrir ce poste' }));
  }

  /** Draws the desk anew until `shown` is there; what was written past the window is told first, and read. */
  async redraw(shown: Locator): Promise<void> {
    await this.page.reload();
    await onceOpen(this.page, shown);
  }

  /** The rooms where somebody is expected at the first sitting, in order of name. */
  rooms(): readonly RoomId[] {
    return [...expectedAt(this.state, this.sitting).keys()].sort();
  }

  roll(room: RoomId): readonly RollLine[] {
    return rollOf(this.state, this.sitting, room);
  }

  /** Checks a room, calls its roll with these absent, and gives out the subjects `minutesAgo`. */
  async begin(room: RoomId, minutesAgo: number, absent: readonly CandidateId[] = []): Promise<void> {
    const about = { sitting: this.sitting, room };
    const present = this.roll(room).flatMap(({ id }) => (absent.includes(id) ? [] : id));
    await this.say({ kind: 'room.checked', about, data: { points: [...roomCheckPoints], remark: '' } });
    await this.say({ kind: 'attendance.recorded', about, data: { status: 'present', candidates: present } });
    if (absent.length > 0) {
      await this.say({ kind: 'attendance.recorded', about, data: { status: 'absent', candidates: [...absent] } });
    }
    await this.say({ kind: 'notice.read', about, data: {} });
    const papers = papersInRoom(this.roll(room).filter(({ id }) => present.includes(id))).map(({ id }) => id);
    const fits = { sealed: true, labelMatches: true, subjectMatches: true, remark: '' };
    for (const paper of papers) await this.say({ kind: 'envelope.checked', about: { ...about, paper }, data: fits });
    const start = instant.of(now() - minutesAgo * 60_000);
    await this.say({ kind: 'subjects.distributed', about, data: { papers, boardStart: start, distributedAt: start } });
  }

  private firstDay(): Day {
    const [first] = this.dossier.sittings;
    if (!first) throw new Error('a session has a sitting');
    return first.day;
  }

  /** The seats of the first day. */
  seats(): readonly GivenSeat[] {
    const [first] = this.dossier.sittings;
    const papers = this.dossier.papers.filter(({ id }) => first?.papers.includes(id));
    const places = this.dossier.rooms.flatMap((room) =>
      Array.from({ length: room.rows * room.columns }, (_, at) => ({ room: room.id, table: at + 1 })).filter(
        ({ table }) => !room.off.includes(table),
      ),
    );
    return this.dossier.candidates
      .filter((each) => papers.some((paper) => concerns(paper, each)))
      .flatMap(({ id }, at) => {
        const seat = places[at];
        return seat ? [{ candidate: id, seat }] : [];
      });
  }
}

interface GivenSeat {
  readonly candidate: CandidateId;
  readonly seat: Seat;
}

/** The centre's whole list, as said on a machine that this one hears nothing of. */
function listedElsewhere({ session, candidates }: Dossier, by: Actor): readonly Statement[] {
  return chunks(candidates, 100).map((some, at) => ({
    id: entryId.of(String(at).padStart(64, '0')),
    kind: 'candidates.published',
    version: 1,
    about: { session: session.id },
    data: { source: 'essai', candidates: some },
    supersedes: [],
    at: { wall: now(), logical: [now(), 0], zone: 'Europe/Paris', offset: null },
    by,
  }));
}

/** The usual start of a test: a small centre in the middle of its first morning, everyone with a code, locked. */
export async function centreToday(
  page: Page,
  size: Size = 'S',
  holds?: (seat: Seat) => boolean,
): Promise<SeededCentre> {
  const { day: on, start } = today(70);
  const centre = new SeededCentre(page, madeUpCentre(size, on, start), holds);
  await centre.publish();
  await centre.grant();
  return centre;
}

/** Waits until the journal is open and `shown` is there; what opening found is told first, and read. */
export async function onceOpen(page: Page, shown: Locator): Promise<void> {
  const read = page.getByRole('button', { name: 'Continuer' });
  await read.or(shown).first().waitFor();
  await page.locator('main[aria-busy=true]').waitFor({ state: 'detached' });
  if (await read.isVisible()) await read.click();
  await shown.waitFor();
}

/** Types one's name and the code, as at the start of a day. */
export async function unlock(page: Page, actor: Person, pin: string = everyonesPin): Promise<void> {
  await page.getByRole('searchbox', { name: 'Tapez votre nom' }).fill(`${actor.familyName} ${actor.givenNames}`);
  await page.keyboard.press('Enter');
  await page.getByLabel('Code', { exact: true }).fill(pin);
  await page.keyboard.press('Enter');
}

export function now(): Instant {
  return instant.of(Date.now());
}

/** Today in Paris, and a time of day so many minutes ago, as far as today goes. */
export function today(minutesAgo: number): { readonly day: Day; readonly start: string } {
  const paris = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' });
  const hours = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });
  const on = day.of(paris.format(Date.now()));
  const then = Date.now() - minutesAgo * 60_000;
  return { day: on, start: paris.format(then) === on ? hours.format(then) : '00:00' };
}

function chunks<T>(items: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, at) => items.slice(at * most, (at + 1) * most));
}
