import { Agent, request } from 'node:https';
import { connect as connectTcp } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect, type TLSSocket } from 'node:tls';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { readFrame, writeFrame } from '../../shared/exchange/frame';
import { PATHS, POKES_TYPE } from '../../shared/exchange/http';
import { type Answer, answer, type Request } from '../../shared/exchange/messages';
import { type Challenge, newNonce } from '../../shared/exchange/names';
import { SPEAKS } from '../../shared/exchange/protocol';
import { digestsOf } from '../../shared/exchange/tips';
import type { SealedEntry } from '../../shared/journal/entry';
import { deviceOfKey } from '../../shared/journal/launch';
import type { StreamId } from '../../shared/kernel/ids';
import type { Signer } from '../../shared/kernel/ports';
import { unwrap } from '../../shared/kernel/result';
import { aCentre, randomly } from './copies';
import { aSigner } from './devices';

/** What came back: a read answer, a stream of pokes that goes on, or a connection that was closed without one. */
export type CameBack = Answer | 'pokes' | 'nothing';

/** Which relay is attacked, from where. */
interface Target {
  /** Host and port. */
  readonly address: string;
  /** The relay's key. */
  readonly server: string;
}

const refusedFor = z.object({ type: z.literal('refused'), refusal: z.object({ because: z.string() }) });

/** A program of somebody's own that speaks to a relay over TLS and keeps to no rule but the wire’s. */
export class Intruder {
  readonly device;
  private readonly agent: Agent;
  private challenge: Challenge | null = null;
  /** By which it has asked. */
  readonly connections: Duplex[] = [];
  readonly signer: Signer;

  /**
   * @param who a name from which a key is made, or a key that was stolen
   * @param from the address of this machine from which it calls
   */
  constructor(
    who: string | Signer,
    private readonly target: Target,
    private readonly from = '127.0.0.1',
    private readonly centre: string = aCentre.code,
  ) {
    this.signer = typeof who === 'string' ? aSigner(who) : who;
    this.device = deviceOfKey(this.signer.publicKey);
    this.agent = new Agent({ keepAlive: true, maxSockets: 4, rejectUnauthorized: false, localAddress: from });
  }

  /** A frame of whatever it says. @param change of what would be true */
  frame(type: Request['type'], particulars: object = {}, entries: readonly SealedEntry[] = [], change: object = {}) {
    const { device, challenge, centre, target } = this;
    const proven = challenge === null ? {} : { challenge };
    const common = { protocol: SPEAKS.newest, device, centre, server: target.server, nonce: newNonce(randomly), at: 0 };
    const head = { type, ...common, ...proven, ...particulars, ...change };
    return writeFrame('request', head, entries, (body) => this.signer.sign(body));
  }

  async hello(): Promise<CameBack> {
    return this.send('hello', this.frame('hello', { speaks: SPEAKS }));
  }

  tell(): Promise<CameBack> {
    return this.send('tell', this.frame('tell', { knows: digestsOf(new Map()) }));
  }

  listen(): Promise<CameBack> {
    return this.send('listen', this.frame('listen'));
  }

  pull(streams: readonly StreamId[]): Promise<CameBack> {
    const wants = streams.map((stream) => [stream, []]);
    return this.send('pull', this.frame('pull', { wants, maxEntries: 500, maxBytes: 1_000_000 }));
  }

  push(entries: readonly SealedEntry[]): Promise<CameBack> {
    return this.send('push', this.frame('push', { entries: entries.length }, entries));
  }

  /** Says whatever it was given, and remembers the challenge that comes back. */
  async send(type: Request['type'], frame: Uint8Array): Promise<CameBack> {
    const body = await this.post(PATHS[type], gzipSync(frame));
    if (typeof body === 'string') return body;
    const read = answer.parse(unwrap(readFrame(new Uint8Array(gunzipSync(body)))).head);
    this.challenge = read.challenge ?? this.challenge;
    return read;
  }

  /** Posts a body to a path. */
  post(path: string, body: Uint8Array): Promise<Uint8Array | 'pokes' | 'nothing'> {
    const { agent, target, from } = this;
    return new Promise((resolve) => {
      const asked = request(
        `https://${target.address}${path}`,
        { agent, method: 'POST', localAddress: from },
        (reply) => {
          const parts: Buffer[] = [];
          if (reply.headers['content-type'] === POKES_TYPE) resolve('pokes');
          reply.on('data', (part: Buffer) => parts.push(part));
          reply.on('end', () => resolve(Buffer.concat(parts)));
          reply.on('error', () => resolve('nothing'));
        },
      );
      asked.on('socket', (socket) => {
        if (!this.connections.includes(socket)) this.connections.push(socket);
      });
      asked.on('error', () => resolve('nothing'));
      asked.end(body);
    });
  }

  /** A connection that is opened and no more; resolves once it is, or to null where it was shut. */
  connection(): Promise<TLSSocket | null> {
    const [host = '', port] = this.target.address.split(':');
    return new Promise((resolve) => {
      const raw = connectTcp({ host, port: Number(port), localAddress: this.from });
      const socket = connect({ socket: raw, rejectUnauthorized: false }, () => resolve(socket));
      raw.on('error', () => resolve(null));
      socket.on('error', () => resolve(null));
      socket.on('close', () => resolve(null));
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Why an answer was none; null where it was one. */
export function refusedBecause(came: CameBack): string | null {
  const said = refusedFor.safeParse(came);
  return said.success ? said.data.refusal.because : null;
}
