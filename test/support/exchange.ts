import { gunzipSync, gzipSync } from 'node:zlib';
import { ed25519Check } from '../../node/ed25519';
import { type Answered, type AnsweringPorts, answering } from '../../shared/exchange/answering';
import type { Guest } from '../../shared/exchange/answers';
import { CONTENT_TYPE, PROTOCOL_HEADER } from '../../shared/exchange/http';
import type { Request } from '../../shared/exchange/messages';
import { centreCode, challenge, type Epoch, epoch, type ServerId, serverId } from '../../shared/exchange/names';
import type { ReceiptBook, Receipts } from '../../shared/exchange/receiptBook';
import type { Judge, Kept, Quarantine } from '../../shared/exchange/receive';
import { statusOf } from '../../shared/exchange/refusals';
import type { Net, Reply, Zip } from '../../shared/exchange/reply';
import { type EarlyPull, type Side, type Stepped, step } from '../../shared/exchange/step';
import type { Talk } from '../../shared/exchange/talk';
import type { Journal } from '../../shared/journal/journal';
import { type DeviceId, deviceOfKey } from '../../shared/journal/launch';
import { memoryJournal } from '../../shared/journal/memoryJournal';
import { toBase64url } from '../../shared/kernel/bytes';
import type { EntryId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import type { SignatureCheck } from '../../shared/kernel/ports';
import { err, ok } from '../../shared/kernel/result';
import { Chance } from '../simulation/chance';
import { aSigner } from './devices';

/** The product's check, each signature of a test's made-up world checked once. */
export const check: SignatureCheck = (() => {
  const real = ed25519Check();
  const known = new Map<string, boolean>();
  return (publicKey, bytes, signature) => {
    const name = [publicKey, bytes, signature].map((part) => Buffer.from(part).toString('base64')).join();
    const found = known.get(name) ?? real(publicKey, bytes, signature);
    known.set(name, found);
    return found;
  };
})();

export const zip: Zip = {
  gzip: async (bytes) => new Uint8Array(gzipSync(bytes)),
  async gunzip(bytes, atMost) {
    try {
      return ok(new Uint8Array(gunzipSync(bytes, { maxOutputLength: atMost })));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'Z_BUF_ERROR') return err('cut');
      return err(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-long' : 'not-gzip');
    }
  },
};

export const centre = centreCode.of('0750001A');
export const welcomesAll: Judge = () => null;

/** Quarantine in memory. */
export function memoryQuarantine(): Quarantine & { readonly kept: Map<EntryId, Kept> } {
  const kept = new Map<EntryId, Kept>();
  return {
    kept,
    holdsAside: async (id) => kept.get(id)?.why.held === 'aside',
    async keep(more) {
      for (const each of more) kept.set(each.why.id, each);
      return ok(undefined);
    },
  };
}

/** Receipt books in memory, by server. */
export function memoryReceipts(): Receipts & { readonly books: Map<ServerId, ReceiptBook> } {
  const books = new Map<ServerId, ReceiptBook>();
  return {
    books,
    load: async (server) => books.get(server) ?? null,
    async keep(server, book) {
      books.set(server, structuredClone(book));
      return ok(undefined);
    },
  };
}

export function serverNamed(name: string): ServerId {
  return serverId.of(toBase64url(aSigner(name).publicKey));
}

/** A server in memory: the product's answering over made-up ports. */
export class TestServer {
  journal: Journal = memoryJournal();
  quarantine = memoryQuarantine();
  epoch: Epoch;
  readonly id: ServerId;
  readonly unknown = new Set<DeviceId>();
  readonly revoked = new Set<DeviceId>();
  judge: Judge = welcomesAll;
  /** The centre whose machines it lets in. */
  centre = centre;
  now = Date.UTC(2026, 5, 16, 8, 0);
  certificate: string | null = null;
  readonly issued = new Map<string, number>();
  private readonly nonces = new Set<string>();
  private readonly signer;
  private drawn = 0;

  constructor(
    name = 'headquarters',
    private readonly chance = new Chance(1),
  ) {
    this.signer = aSigner(name);
    this.id = serverNamed(name);
    this.epoch = this.newEpoch();
  }

  newEpoch(): Epoch {
    this.epoch = epoch.of(toBase64url(this.chance.bytes(16)));
    return this.epoch;
  }

  get ports(): AnsweringPorts {
    return {
      server: this.id,
      signer: this.signer,
      check,
      clock: { now: () => instant.of(this.now) },
      epoch: async () => this.epoch,
      ahead: async () => check,
      challengeFor: (device) => {
        const given = challenge.of(`challenge-${++this.drawn}.${device.slice(0, 8)}`);
        this.issued.set(given, this.now);
        return given;
      },
      takesBack: (given, device) => {
        const at = this.issued.get(given);
        return at !== undefined && given.endsWith(device.slice(0, 8)) && this.now - at <= 600_000;
      },
      firstUse: async (used) => {
        const first = !this.nonces.has(used);
        this.nonces.add(used);
        return first;
      },
      guest: async (device, of) => {
        if (of !== this.centre) return err('wrong-centre');
        if (this.unknown.has(device)) return err('unknown-device');
        const guest: Guest = {
          device,
          standing: this.revoked.has(device) ? 'revoked' : 'granted',
          reads: ['rooms', 'session'],
          journal: this.journal,
          quarantine: this.quarantine,
          judge: this.judge,
        };
        return ok(guest);
      },
      certificate: this.certificate,
    };
  }

  answer(frame: Uint8Array): Promise<Answered> {
    return answering(this.ports, frame);
  }

  async reply(body: Uint8Array): Promise<Reply> {
    const answered = await this.answer(new Uint8Array(gunzipSync(body)));
    const status = answered.refusal ? statusOf[answered.refusal.because] : 200;
    return ours(status, new Uint8Array(gzipSync(answered.frame)));
  }
}

/** A reply with the envelope of our server's. */
export function ours(status: number, body: Uint8Array): Reply {
  const headers = { 'content-type': CONTENT_TYPE, [PROTOCOL_HEADER]: '1' } as const;
  return { status, headers, redirection: null, certificate: null, body };
}

/** One asking replica in memory. */
export class TestSide {
  journal: Journal = memoryJournal();
  quarantine = memoryQuarantine();
  receipts = memoryReceipts();
  judge: Judge = welcomesAll;
  now = 0;
  /** What was sent and received, in bytes of bodies. */
  readonly wire: { readonly type: Request['type']; readonly sent: number; readonly received: number }[] = [];
  readonly device: DeviceId;
  net: Net;
  private readonly signer;

  constructor(
    name: string,
    private readonly server: TestServer,
    private readonly chance = new Chance(2),
  ) {
    this.signer = aSigner(name);
    this.device = deviceOfKey(this.signer.publicKey);
    this.net = { ask: async (_type, body) => ok(await this.server.reply(body)) };
  }

  get side(): Side {
    return {
      server: this.server.id,
      centre,
      signer: this.signer,
      clock: { now: () => instant.of(this.server.now) },
      random: this.chance,
      journal: this.journal,
      check,
      ahead: async () => check,
      quarantine: this.quarantine,
      judge: this.judge,
      receipts: this.receipts,
      zip,
      steady: () => this.now,
      net: {
        ask: async (type, body) => {
          const reply = await this.net.ask(type, body);
          this.wire.push({ type, sent: body.length, received: reply.ok ? reply.value.body.length : 0 });
          return reply;
        },
      },
    };
  }

  /** Steps, waiting out what there is to wait for, until nothing is left but to ask anew some day. */
  async untilLevel(talk: Talk, atMost = 400): Promise<Talk> {
    let at = talk;
    let early: EarlyPull | null = null;
    for (let count = 0; count < atMost; count++) {
      const stepped: Stepped = await step(at, this.side, early);
      const { waitUntil } = stepped;
      ({ talk: at, early } = stepped);
      if (waitUntil === null) continue;
      if (at.failures === 0 && waitUntil >= at.recheckAt) return at;
      this.now = Math.max(this.now, waitUntil);
    }
    throw new Error(`not level after ${atMost} steps: ${JSON.stringify(at.trouble)}`);
  }
}
