import { gunzipSync, gzipSync } from 'node:zlib';
import { readFrame } from '../../shared/exchange/frame';
import type { Request } from '../../shared/exchange/messages';
import type { Receipts } from '../../shared/exchange/receiptBook';
import type { Quarantine } from '../../shared/exchange/receive';
import type { Net, Reply } from '../../shared/exchange/reply';
import type { NoAnswer } from '../../shared/exchange/trouble';
import type { Journal } from '../../shared/journal/journal';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { Chance } from '../simulation/chance';
import type { TestServer } from './exchange';

/** A process that died where it stood. */
export class Crash extends Error {}

/** Lets a process die before or after the n-th thing it asks of its ports. */
export class Doom {
  private left: number | null = null;

  in(steps: number | null): void {
    this.left = steps;
  }

  /** Does one thing, unless the process dies before; does it and is never told, if it dies after. */
  async through<T>(doing: () => Promise<T>): Promise<T> {
    this.pass();
    const value = await doing();
    this.pass();
    return value;
  }

  private pass(): void {
    if (this.left === null) return;
    if (this.left === 0) {
      this.left = null;
      throw new Crash();
    }
    this.left--;
  }
}

export function doomedJournal(journal: Journal, doom: Doom): Journal {
  return {
    frontier: () => doom.through(() => journal.frontier()),
    after: (stream, seq, limit) => doom.through(() => journal.after(stream, seq, limit)),
    append: (entries) => doom.through(() => journal.append(entries)),
    forks: () => doom.through(() => journal.forks()),
  };
}

export function doomedQuarantine(quarantine: Quarantine, doom: Doom): Quarantine {
  return {
    holdsAside: (id) => doom.through(() => quarantine.holdsAside(id)),
    keep: (kept) => doom.through(() => quarantine.keep(kept)),
  };
}

export function doomedReceipts(receipts: Receipts, doom: Doom): Receipts {
  return {
    load: (server) => doom.through(() => receipts.load(server)),
    keep: (server, book) => doom.through(() => receipts.keep(server, book)),
  };
}

/** What the network does with one request and its answer. */
export const weathers = [
  'fair',
  'request-lost',
  'answer-lost',
  'request-twice',
  'answer-of-the-second',
  'answer-cut',
  'answer-flipped',
  'request-flipped',
  'older-answer',
  'older-request-first',
  'too-large',
  'portal',
] as const;
export type Weather = (typeof weathers)[number];

const timeout: NoAnswer = { kind: 'unreachable', how: 'timeout' };
const reset: NoAnswer = { kind: 'unreachable', how: 'reset' };

/** A network that loses, repeats, reorders, cuts and changes what passes, and remembers it. */
export class BadNetwork implements Net {
  weather: Weather = 'fair';
  private readonly requests: Uint8Array[] = [];
  private readonly answers: Reply[] = [];

  constructor(
    private readonly server: () => TestServer,
    private readonly chance: Chance,
  ) {}

  async ask(_type: Request['type'], body: Uint8Array): Promise<Result<Reply, NoAnswer>> {
    const { weather, chance } = this;
    this.requests.push(body);
    if (weather === 'request-lost') return err(timeout);
    if (weather === 'too-large' && body.length > 400) return ok(page(413));
    if (weather === 'portal') return ok(page(200));
    if (weather === 'request-flipped') return this.toServer(flipped(body, chance));
    if (weather === 'older-request-first') await this.toServer(chance.pick(this.requests));
    const first = await this.toServer(body);
    if (weather === 'answer-lost' || !first.ok) return err(timeout);
    if (weather === 'request-twice') {
      await this.toServer(body);
      return first;
    }
    if (weather === 'answer-of-the-second') return this.toServer(body);
    const { value } = first;
    if (weather === 'answer-cut') return ok({ ...value, body: value.body.slice(0, chance.below(value.body.length)) });
    if (weather === 'answer-flipped') return ok({ ...value, body: flipped(value.body, chance) });
    if (weather === 'older-answer') return ok(chance.pick(this.answers));
    return first;
  }

  private async toServer(body: Uint8Array): Promise<Result<Reply, NoAnswer>> {
    try {
      const reply = await this.server().reply(body);
      this.answers.push(reply);
      return ok(reply);
    } catch (error) {
      if (error instanceof Crash || isUnreadable(error)) return err(reset);
      throw error;
    }
  }
}

/** What a transport answers to bytes that are not gzip: nothing that the product would have to do with. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

function page(status: number): Reply {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cachet-protocol': null } as const;
  return { status, headers, redirection: null, certificate: null, body: new TextEncoder().encode('<html>') };
}

/** One bit changed: of the frame, so that it still unzips, or of the gzip itself. */
function flipped(body: Uint8Array, chance: Chance): Uint8Array {
  const inside = chance.happens(0.7);
  const bytes = inside ? new Uint8Array(gunzipSync(body)) : body.slice();
  const at = chance.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
  return inside ? new Uint8Array(gzipSync(bytes)) : bytes;
}

/** The entries that an answer's receipts name. */
export function receiptsIn(frame: Uint8Array): readonly { stream: string; seq: number; head: string }[] {
  const read = readFrame(frame);
  const head: unknown = read.ok ? read.value.head : null;
  if (typeof head !== 'object' || head === null || !('receipts' in head) || !Array.isArray(head.receipts)) return [];
  return head.receipts;
}
