import type { Page } from '@playwright/test';
import { z } from 'zod';
import { concerns } from '../../shared/exam/papers/entitled';
import type { Dossier } from '../../shared/formats/dossier/schema';
import { day } from '../../shared/kernel/ids';
import type { HeadquartersProcess } from './headquartersProcess';
import { madeUpCentre } from './seededCentre';
import { VigieClient } from './vigieClient';

const centre = '0750001A';
const session = 'bcp-essai';
const issued = z.object({ code: z.string() });
const sent = z.object({ message: z.string() });

/** A real centre of the made-up kind, whose exam begins tomorrow. */
export function centreTomorrow(): Dossier {
  const paris = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' });
  const made = madeUpCentre('S', day.of(paris.format(Date.now() + 86_400_000)), '09:00');
  return {
    ...made,
    session: { ...made.session, demonstration: false, centre: { ...made.session.centre, code: centre } },
  };
}

/** Headquarters' people at their page: they publish, give out codes and write to the centre. */
export class HeadquartersStaff {
  private constructor(private readonly page: VigieClient) {}

  /** Signs the first administrator in, and opens a session. */
  static async at({ url, administrator }: HeadquartersProcess, year: number): Promise<HeadquartersStaff> {
    const page = new VigieClient(url);
    await page.join(administrator, 'a.moreau', 'un mot de passe bien long');
    const staff = new HeadquartersStaff(page);
    await staff.post('/sessions', { id: session, name: 'Bac pro, session d’essai', year, authority: 'Rectorat' });
    return staff;
  }

  async publish(dossier: Dossier): Promise<void> {
    const content = Buffer.from(JSON.stringify(dossier)).toString('base64');
    await this.post(`/sessions/${session}/publish`, { files: [{ name: 'dossier.json', content }] });
  }

  async code(): Promise<string> {
    return issued.parse(await this.post(`/centres/${centre}/codes`)).code;
  }

  /** Sends a message, or replaces the one named; resolves to its name. */
  async write(text: Readonly<Record<string, unknown>>, message: string | null = null): Promise<string> {
    return sent.parse(await this.post(`/sessions/${session}/messages`, { message, ...text })).message;
  }

  private async post(path: string, said: unknown = {}): Promise<unknown> {
    const { status, body } = await this.page.post(path, said);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }
}

/** Seats everybody for the first sitting past the window, as whoever is unlocked; the window reads it when reloaded. */
export async function seatEveryone(page: Page, dossier: Dossier): Promise<void> {
  const [first] = dossier.sittings;
  const papers = dossier.papers.filter(({ id }) => first?.papers.includes(id));
  const tables = dossier.rooms.flatMap(({ id, rows, columns, off }) =>
    Array.from({ length: rows * columns }, (_, at) => ({ room: id, table: at + 1 })).filter(
      ({ table }) => !off.includes(table),
    ),
  );
  const seats = dossier.candidates
    .filter((each) => papers.some((paper) => concerns(paper, each)))
    .flatMap(({ id }, at) => (tables[at] ? [{ candidate: id, seat: tables[at] }] : []));
  const draft = { channel: 'session', kind: 'seats.assigned', version: 1, supersedes: [] };
  const drafts = JSON.stringify([{ ...draft, about: { day: first?.day }, data: { seats } }]);
  await page.evaluate(async (given) => {
    const written = await window.cachet.inscribe({ drafts: JSON.parse(given), delivery: null });
    if (!written.ok || !written.value.kept.ok) throw new Error('the desk did not take it');
  }, drafts);
}
