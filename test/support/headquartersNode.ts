import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Database } from '../../headquarters/database/database';
import { makeCode } from '../../headquarters/devices/enrolment';
import type { Log } from '../../headquarters/http/log';
import { openServerKey } from '../../headquarters/identity/serverKey';
import { centreJournals } from '../../headquarters/journal/centreJournals';
import { type RunningNode, startNode } from '../../headquarters/node';
import { enrolmentFrom, enrolmentIn } from '../../shared/exchange/enrolling';
import { ENROLMENT_PATH } from '../../shared/exchange/enrolment';
import { CONTENT_TYPE, PATHS, PROTOCOL_HEADER } from '../../shared/exchange/http';
import type { CentreCode, ServerId } from '../../shared/exchange/names';
import type { Net } from '../../shared/exchange/reply';
import { type EarlyPull, openTalk, type Side, type Stepped, step } from '../../shared/exchange/step';
import type { Talk } from '../../shared/exchange/talk';
import type { Journal } from '../../shared/journal/journal';
import { deviceOfKey } from '../../shared/journal/launch';
import { memoryJournal } from '../../shared/journal/memoryJournal';
import { instant } from '../../shared/kernel/instant';
import type { Signer } from '../../shared/kernel/ports';
import { err, ok } from '../../shared/kernel/result';
import { closing } from './closing';
import { aSigner } from './devices';
import { check, memoryQuarantine, memoryReceipts, welcomesAll, zip } from './exchange';

const clock = { now: () => instant.of(Date.now()) };
const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };

const page = path.resolve(import.meta.dirname, '../../out/app/vigie');

/** The wrapping key that every test device tells. */
export const WRAPPING_KEY = 'w'.repeat(43);

/** Headquarters on a database, on a port of its own. */
export interface TestNode extends RunningNode {
  readonly server: ServerId;
  readonly signer: Signer;
  readonly journals: ReturnType<typeof centreJournals>;
  code(centre: CentreCode): Promise<string>;
}

export async function startTestNode(
  database: Database,
  folder: string,
  log: Log = () => {},
  program = 'a test',
): Promise<TestNode> {
  const key = await openServerKey(database, closing);
  const journals = centreJournals(database);
  const node = await startNode({
    database,
    journals,
    key,
    folder,
    page,
    host: '127.0.0.1',
    port: 0,
    tls: null,
    behindProxy: false,
    clock,
    random,
    zone: 'Europe/Paris',
    steady: () => performance.now(),
    log,
    program,
  });
  return {
    url: node.url,
    imports: node.imports,
    firstCode: node.firstCode,
    doubt: node.doubt,
    stop: node.stop,
    server: key.server,
    signer: key.signer,
    journals,
    code: (centre) => makeCode(database, centre, { clock, random }),
  };
}

/** Posts bytes as a device does. */
export async function posted(url: string, body: Uint8Array, type: string = CONTENT_TYPE) {
  const response = await fetch(url, {
    method: 'POST',
    body: Buffer.from(body),
    headers: { 'content-type': type, [PROTOCOL_HEADER]: '1' },
  });
  return {
    status: response.status,
    headers: {
      'content-type': response.headers.get('content-type'),
      [PROTOCOL_HEADER]: response.headers.get(PROTOCOL_HEADER),
    },
    redirection: null,
    certificate: null,
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

/** A device of a centre, with a journal in memory, that reaches headquarters over HTTP. */
export class TestDevice {
  readonly signer;
  readonly device;
  journal: Journal = memoryJournal();
  private readonly receipts = memoryReceipts();
  private readonly quarantine = memoryQuarantine();
  /** Its steady clock. */
  now = 0;
  talk: Talk | null = null;

  constructor(
    name: string,
    public node: Pick<TestNode, 'url' | 'server'>,
    readonly centre: CentreCode,
    private readonly wrapping = WRAPPING_KEY,
  ) {
    this.signer = aSigner(name);
    this.device = deviceOfKey(this.signer.publicKey);
  }

  private get net(): Net {
    return {
      ask: async (type, body) => {
        try {
          return ok(await posted(`${this.node.url}${PATHS[type]}`, body));
        } catch (error) {
          if (!(error instanceof TypeError)) throw error; // what fetch throws when no answer came
          return err({ kind: 'unreachable', how: 'reset' });
        }
      },
    };
  }

  get side(): Side {
    const { signer, centre, journal, quarantine, receipts, net } = this;
    const { server } = this.node;
    const steady = () => this.now;
    return {
      server,
      centre,
      signer,
      clock,
      random,
      journal,
      check,
      ahead: async () => check,
      quarantine,
      judge: welcomesAll,
      receipts,
      zip,
      steady,
      net,
    };
  }

  /** Shows a code; what headquarters answered. */
  async enrol(code: string) {
    const { signer, wrapping } = this;
    const { nonce, frame } = enrolmentFrom({ signer, wrapping, clock, random }, code);
    const reply = await posted(`${this.node.url}${ENROLMENT_PATH}`, await zip.gzip(frame));
    const answer = await enrolmentIn(reply, nonce, { zip, check });
    if (answer.ok && answer.value.server !== this.node.server) throw new Error('not signed by this headquarters');
    return answer.ok ? answer.value : answer.error;
  }

  /** Exchanges until both sides are level, waiting nothing out. */
  async untilLevel(atMost = 200): Promise<Talk> {
    let talk = this.talk ?? (await openTalk(this.side));
    let early: EarlyPull | null = null;
    for (let count = 0; count < atMost; count++) {
      const stepped: Stepped = await step(talk, this.side, early);
      ({ talk, early } = stepped);
      this.talk = talk;
      if (stepped.waitUntil === null) continue;
      if (talk.trouble) return talk;
      if (stepped.waitUntil >= talk.recheckAt) return talk;
      this.now = Math.max(this.now, stepped.waitUntil);
    }
    throw new Error(`not level after ${atMost} steps: ${JSON.stringify(talk.trouble)}`);
  }

  /** Lets time pass until it asks anew. */
  async later(): Promise<Talk> {
    this.now += 400_000;
    return this.untilLevel();
  }
}
