import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { z } from 'zod';
import { POKES_TYPE } from '../../shared/exchange/http';
import { type CentreCode, centreCode, serverId } from '../../shared/exchange/names';
import type { Talk } from '../../shared/exchange/talk';
import type { SealedEntry } from '../../shared/journal/entry';
import type { StreamId } from '../../shared/kernel/ids';
import { unwrap } from '../../shared/kernel/result';
import { Writer } from './devices';
import { TestDevice } from './headquartersNode';
import { bundledHeadquarters, type HeadquartersProcess, type HeadquartersProgram } from './headquartersProcess';
import { type PostgresServer, postgresPrograms, startPostgres } from './postgresServer';
import { costOf } from './processCost';
import { VigieClient } from './vigieClient';

const honestCentre = centreCode.of('0750001A');
const hostileCentre = centreCode.of('0750002B');
const issued = z.object({ code: z.string() });

/** Requests by one address are counted: hostile ones come from these, in turn. */
const addresses = Array.from({ length: 64 }, (_, at) => `127.9.0.${at + 1}`);

/** A machine that was let in and means harm: in the midst of a talk, with a few entries that it has not brought. */
export interface Traitor {
  readonly device: TestDevice;
  readonly talk: Talk;
  readonly stream: StreamId;
  readonly entries: readonly SealedEntry[];
}

/** One HTTP request as a hostile machine makes it. */
export interface Asking {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** Headquarters as a process of its own that is attacked, and an honest machine of theirs. */
export class Besieged {
  private turn = 0;
  private readonly letIn: string[] = [];
  private readonly agents = addresses.map(
    (localAddress) => new Agent({ keepAlive: true, maxSockets: 4, localAddress }),
  );
  private readonly honest: TestDevice;
  private readonly writer = new Writer('honest');
  private readonly atFirst: number;

  private constructor(
    private readonly headquarters: HeadquartersProcess,
    /** Signed in as an administrator. */
    readonly page: VigieClient,
    private readonly end: () => Promise<void>,
  ) {
    this.honest = new TestDevice('honest', this.reached, honestCentre);
    this.atFirst = this.memory;
  }

  /** On a PostgreSQL server of its own, or on PGlite where there is none. */
  static async begin(): Promise<Besieged> {
    const programs = postgresPrograms();
    const postgres: PostgresServer | null = programs === null ? null : await startPostgres(programs);
    const program: HeadquartersProgram = await bundledHeadquarters();
    const headquarters = await program.start(postgres && (await postgres.database()), { codeFor: honestCentre });
    const page = new VigieClient(headquarters.url);
    await page.join(headquarters.administrator, 'a.moreau', 'un mot de passe bien long');
    const siege = new Besieged(headquarters, page, async () => {
      await headquarters.kill();
      await postgres?.stop();
      await program.remove();
    });
    await page.post('/sessions', { id: 'juin', name: 'Juin', year: 2026, authority: 'Rectorat' });
    for (const centre of [honestCentre, hostileCentre])
      await page.post('/sessions/juin/centres', { centre, name: 'Lycée', town: 'Paris' });
    await siege.honest.enrol(await siege.code(honestCentre));
    await siege.serves();
    return siege;
  }

  get reached() {
    return { url: this.headquarters.url, server: serverId.of(this.headquarters.key) };
  }

  get url(): string {
    return this.headquarters.url;
  }

  /** MiB that the process has taken beyond what it had at first; null where the system does not tell. */
  get swollen(): number {
    return this.memory - this.atFirst;
  }

  private get memory(): number {
    return process.platform === 'linux' ? costOf(this.headquarters.pid).peak : 0;
  }

  /** Another machine that was let into another centre than the honest one, and means harm. */
  async traitor(): Promise<Traitor> {
    const name = `traitor ${this.letIn.length}`;
    const device = new TestDevice(name, this.reached, hostileCentre);
    await device.enrol(await this.code(hostileCentre));
    this.letIn.push(device.device);
    const talk = await device.untilLevel();
    const writer = new Writer(name);
    const entries = writer.run(3);
    unwrap(await device.journal.append(entries));
    return { device, talk, stream: writer.stream, entries: entries.map(({ sealed }) => sealed) };
  }

  /** Asks; resolves to the status of the answer, or 0 where the connection was closed without one. */
  ask({ method, path, headers, body }: Asking): Promise<{ readonly status: number; readonly text: string }> {
    const agent = this.agents[this.turn++ % this.agents.length];
    return new Promise((resolve) => {
      const asked = request(`${this.url}${path}`, { method, headers, agent }, (reply) => {
        const parts: Buffer[] = [];
        // a stream of pokes goes on
        if (reply.headers['content-type'] === POKES_TYPE) reply.destroy();
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('close', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      });
      asked.on('error', () => resolve({ status: 0, text: '' }));
      asked.end(body);
    });
  }

  /** Sends bytes that may be no HTTP at all; resolves to the status of what came back, or 0 where nothing did. */
  shout(bytes: Uint8Array): Promise<number> {
    const { hostname, port } = new URL(this.url);
    const localAddress = addresses[this.turn++ % addresses.length];
    return new Promise((resolve) => {
      const socket = connect({ host: hostname, port: Number(port), localAddress });
      // headquarters rightly waits for the rest of what says that it is longer
      const patience = setTimeout(() => socket.destroy(), 100);
      socket.on('data', (part) => {
        resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(part.toString('latin1'))?.[1] ?? 0));
        socket.destroy();
      });
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        clearTimeout(patience);
        resolve(0);
      });
      socket.write(bytes);
    });
  }

  /** What staff of headquarters see of their own and of the honest centre: no machine of elsewhere may change it. */
  async visible(): Promise<string> {
    const own = [`/centres/${honestCentre}/devices`, `/centres/${honestCentre}/quarantine`];
    const told: unknown[] = [];
    for (const path of ['/sessions', '/sessions/juin/centres', '/staff', ...own])
      told.push((await this.page.get(path)).body);
    return JSON.stringify(told);
  }

  /** Throws unless the honest machine writes, is served, and has what it wrote acknowledged. */
  async serves(): Promise<void> {
    if (!this.headquarters.alive) throw new Error('headquarters ended');
    unwrap(await this.honest.journal.append(this.writer.run(3)));
    const talk = await this.honest.later();
    const { seq } = (await this.honest.journal.frontier()).get(this.writer.stream) ?? { seq: 0 };
    const received = talk.receipts.get(this.writer.stream)?.some((receipt) => receipt.seq === seq);
    if (talk.trouble || !received) throw new Error(`an honest machine is not served: ${JSON.stringify(talk.trouble)}`);
  }

  /** Throws where the hostile centre is given streams of somebody else than its machines and headquarters. */
  async onlyTheirs(): Promise<void> {
    const reader = new TestDevice('reader', this.reached, hostileCentre);
    await reader.enrol(await this.code(hostileCentre));
    await reader.untilLevel();
    const theirs = [...this.letIn, this.headquarters.key];
    for (const stream of (await reader.journal.frontier()).keys())
      if (!theirs.some((device) => stream.startsWith(device))) throw new Error(`${stream} is nobody’s`);
  }

  async stop(): Promise<void> {
    for (const agent of this.agents) agent.destroy();
    await this.end();
  }

  private async code(centre: CentreCode): Promise<string> {
    return issued.parse((await this.page.post(`/centres/${centre}/codes`)).body).code;
  }
}
