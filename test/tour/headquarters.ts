import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import pg from 'pg';
import { z } from 'zod';
import { totpAt } from '../../headquarters/staff/totp';
import {
  bundledHeadquarters,
  type HeadquartersProcess,
  type HeadquartersProgram,
} from '../support/headquartersProcess';
import { type Desk, launch } from '../support/launch';
import { type PostgresServer, postgresPrograms, startPostgres } from '../support/postgresServer';
import { VigieClient } from '../support/vigieClient';

/** The day of the morning. */
export const morning = '2026-06-16';

const demonstrationCentre = '0929999Z';
const agent = { person: 'm.lenoir', name: 'Maud Lenoir', password: 'une phrase assez longue' } as const;
const heads = z.array(z.object({ stream: z.string(), seq: z.number(), id: z.string() }));
export type Ends = z.infer<typeof heads>;
const sessions = z.object({ sessions: z.array(z.object({ id: z.string() })) });
const bareWindow = path.resolve(import.meta.dirname, '../support/bareWindow');

/** Where a morning's headquarters keep what, and what they run on. */
interface Grounds {
  readonly postgres: PostgresServer;
  readonly program: HeadquartersProgram;
  readonly folder: string;
  readonly clock: string;
  /** The folder that takes the vigie's pictures. */
  readonly pictures: string;
  readonly saved: string;
}

/**
 * Headquarters of a scripted morning: its server as a process of its own on a real PostgreSQL, the way to it, which can
 * be cut, and the vigie in a browser. All of them have the hour of the morning.
 */
export class Headquarters {
  private copy: string | null = null;
  private vigie: Desk | null = null;
  private taken = 0;
  private ahead = 0;
  private secret: Uint8Array = new Uint8Array();
  private client: VigieClient;

  private constructor(
    private readonly grounds: Grounds,
    private running: HeadquartersProcess,
    private url: string,
  ) {
    this.client = new VigieClient(running.url, null, () => this.now());
  }

  /** Runs, with one administrator and an enrolment code for the demonstration's centre. */
  static async begin(pictures: string, saved: string, time: string): Promise<Headquarters> {
    const programs = postgresPrograms();
    if (!programs) throw new Error('the morning needs a PostgreSQL server on this machine');
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cachet-morning-'));
    const clock = path.join(folder, 'clock');
    writeFileSync(clock, String(instant(time) - Date.now()));
    const [postgres, program] = await Promise.all([startPostgres(programs), bundledHeadquarters(true)]);
    const url = await postgres.database();
    const running = await program.start(url, { codeFor: demonstrationCentre, clock });
    const headquarters = new Headquarters({ postgres, program, folder, clock, pictures, saved }, running, url);
    await headquarters.timeIs(time);
    const { person, password, name } = agent;
    headquarters.secret = await headquarters.client.join(running.administrator, person, password, name);
    return headquarters;
  }

  /** The file by which its clock goes. */
  get clock(): string {
    return this.grounds.clock;
  }

  get code(): string {
    return this.running.code;
  }

  /** Where it listens now. */
  get address(): string {
    return this.running.url;
  }

  async timeIs(time: string): Promise<void> {
    this.ahead = instant(time) - Date.now();
    writeFileSync(this.grounds.clock, String(this.ahead));
    await this.vigie?.page.clock.setSystemTime(instant(time));
  }

  /** Signs somebody in at the vigie, in a browser. */
  async watch(): Promise<void> {
    const { folder, saved } = this.grounds;
    const env = { CACHET_PAGE: `${this.running.url}/vigie/`, CACHET_SAVE_TO: saved, TZ: 'Europe/Paris' };
    this.vigie = await launch(path.join(folder, 'browser'), { application: bareWindow, env });
    await this.vigie.page.clock.install({ time: this.now() });
    await this.vigie.page.reload();
    await this.signIn(this.vigie.page);
  }

  private async signIn(page: Page): Promise<void> {
    await page.getByLabel('Identifiant').fill(agent.person);
    await page.getByLabel('Mot de passe').fill(agent.password);
    await page.getByLabel('Code à six chiffres').fill(totpAt(this.secret, Math.floor(this.now() / 30_000)));
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByRole('navigation')).toBeVisible();
  }

  /** @param told what must be on the vigie's page before the picture is taken */
  async picture(name: string, told: string | RegExp): Promise<void> {
    if (!this.vigie) throw new Error('nobody watches');
    const { page } = this.vigie;
    await page.clock.runFor(61_000);
    await page.reload();
    // nobody was there for an hour
    await expect(page.getByRole('navigation').or(page.getByLabel('Identifiant')).first()).toBeVisible();
    if (await page.getByLabel('Identifiant').isVisible()) await this.signIn(page);
    await expect(page.getByRole('main').getByText(told).first()).toBeVisible();
    this.taken += 1;
    const file = `vigie-${this.taken}-${name}.png`;
    await page.screenshot({ path: path.join(this.grounds.pictures, file) });
  }

  /** Sends a message to every centre of the session. */
  async say(text: Readonly<Record<string, unknown>>): Promise<void> {
    const { body } = await this.client.get('/sessions');
    const [session] = sessions.parse(body).sessions;
    const { status, text: said } = await this.client.post(`/sessions/${session?.id}/messages`, text);
    if (status !== 200) throw new Error(said);
  }

  /** Copies the database as it is now; the server is stopped for it. */
  async keepCopy(): Promise<void> {
    await this.running.kill();
    this.copy = await this.grounds.postgres.database(this.url);
    await this.start();
  }

  /** Puts the copy in the database's place. */
  async restore(): Promise<void> {
    if (this.copy === null) throw new Error('no copy was kept');
    await this.running.kill();
    this.url = this.copy;
    await this.start();
  }

  /** SIGKILL. */
  async kill(): Promise<void> {
    await this.running.kill();
  }

  async start(): Promise<void> {
    const { port } = new URL(this.running.url);
    this.running = await this.grounds.program.start(this.url, { port, clock: this.grounds.clock });
  }

  /** Waits until it holds every entry that the desk of this page does, and no other. */
  async isLevelWith(page: Page): Promise<void> {
    await expect
      .poll(async () => JSON.stringify(await this.ends()) === JSON.stringify(await endsOn(page)), { timeout: 60_000 })
      .toBe(true);
  }

  /** Where each of the centre's streams ends there. */
  async ends(): Promise<Ends> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    const asked = `select stream, seq, encode(id, 'hex') as id from heads where centre = '${demonstrationCentre}'`;
    const { rows } = await client.query(asked);
    await client.end();
    return sorted(heads.parse(rows));
  }

  async end(): Promise<void> {
    await this.vigie?.app.close();
    await this.running.kill();
    await this.grounds.postgres.stop();
    await this.grounds.program.remove();
    rmSync(this.grounds.folder, { recursive: true, force: true });
  }

  private now(): number {
    return Date.now() + this.ahead;
  }
}

/** Where each stream ends that the machine of this page holds. */
export async function endsOn(page: Page): Promise<Ends> {
  return sorted(heads.parse(await page.evaluate(() => window.cachet.frontier())));
}

function sorted(all: Ends) {
  return [...all].sort((a, b) => a.stream.localeCompare(b.stream));
}

function instant(time: string): number {
  return Date.parse(`${morning}T${time}:00+02:00`);
}
