import { setImmediate as turn } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { CONTENT_TYPE, POKES_TYPE } from '../../shared/exchange/http';
import type { Alarm, OpenStream, PokeNet } from '../../shared/exchange/listening';
import type { Reply } from '../../shared/exchange/reply';
import type { NoAnswer } from '../../shared/exchange/trouble';
import { ok, type Result } from '../../shared/kernel/result';

/** Time that passes when it is told to. */
export class SteadyTime implements Alarm {
  now = 0;
  private readonly alarms = new Set<{ readonly at: number; readonly ring: () => void }>();

  set(after: number, ring: () => void): () => void {
    const alarm = { at: this.now + after, ring };
    this.alarms.add(alarm);
    return () => this.alarms.delete(alarm);
  }

  /** Lets everything run that waits for nothing but its turn. */
  async settled(): Promise<void> {
    for (let turns = 0; turns < 40; turns++) await turn();
  }

  async pass(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds;
    await this.settled();
    for (;;) {
      const [next] = [...this.alarms].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.alarms.delete(next);
      this.now = Math.max(this.now, next.at);
      next.ring();
      await this.settled();
    }
    this.now = until;
  }

  /** How many alarms are set. */
  get pending(): number {
    return this.alarms.size;
  }
}

/** The other end of one stream. */
export class TestStream {
  closed = false;
  readonly ended: Promise<void>;
  readonly reply: Promise<Result<Omit<Reply, 'body'>, NoAnswer>>;
  private end = () => {};
  private replied: (reply: Result<Omit<Reply, 'body'>, NoAnswer>) => void = () => {};

  constructor(
    private readonly body: Uint8Array,
    private readonly heard: (piece: Uint8Array) => void,
  ) {
    this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
    this.reply = new Promise((resolve) => {
      this.replied = resolve;
    });
  }

  request(): Uint8Array {
    return new Uint8Array(gunzipSync(this.body));
  }

  answer(reply: Result<Omit<Reply, 'body'>, NoAnswer>): void {
    this.replied(reply);
  }

  hear(piece: Uint8Array): void {
    const headers = { 'content-type': POKES_TYPE, 'cachet-protocol': '1' } as const;
    this.replied(ok({ status: 200, headers, redirection: null, certificate: null }));
    this.heard(piece);
  }

  close(): void {
    const headers = { 'content-type': CONTENT_TYPE, 'cachet-protocol': '1' } as const;
    this.closed = true;
    this.replied(ok({ status: 200, headers, redirection: null, certificate: null }));
    this.end();
  }
}

/** Streams that a test holds the other end of. */
export class TestStreams implements PokeNet {
  readonly opened: TestStream[] = [];

  listen(body: Uint8Array, heard: (piece: Uint8Array) => void): OpenStream {
    const stream = new TestStream(body, heard);
    this.opened.push(stream);
    return { reply: stream.reply, ended: stream.ended, close: () => stream.close() };
  }

  get latest(): TestStream {
    const stream = this.opened.at(-1);
    if (!stream) throw new Error('nobody listens');
    return stream;
  }
}
