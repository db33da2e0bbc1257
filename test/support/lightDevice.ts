import { createHash, randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { ed25519Check } from '../../node/ed25519';
import { answerIn } from '../../shared/exchange/believe';
import { writeFrame } from '../../shared/exchange/frame';
import { CONTENT_TYPE, PATHS, PROTOCOL_HEADER } from '../../shared/exchange/http';
import type { Answer, Request } from '../../shared/exchange/messages';
import { type CentreCode, type Challenge, type Nonce, newNonce, type ServerId } from '../../shared/exchange/names';
import { SPEAKS } from '../../shared/exchange/protocol';
import type { Refusal } from '../../shared/exchange/refusals';
import { digestsOf, type StreamTips } from '../../shared/exchange/tips';
import type { SealedEntry } from '../../shared/journal/entry';
import { idOf } from '../../shared/journal/entry';
import type { Head } from '../../shared/journal/frontier';
import { deviceOfKey, launchId, streamOf } from '../../shared/journal/launch';
import { seal } from '../../shared/journal/seal';
import { instant } from '../../shared/kernel/instant';
import { unwrap } from '../../shared/kernel/result';
import { aDraft, aSigner, someone } from './devices';
import { unlimited } from './unlimited';

const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
const check = ed25519Check();

/** Where headquarters is reached, and the key it is known by. */
export interface Reached {
  readonly url: string;
  readonly key: ServerId;
}

/** A request ready to be sent, many times over if must be. */
export interface Packed {
  readonly type: Request['type'];
  readonly nonce: Nonce;
  readonly body: Uint8Array;
}

/** Headquarters' refusal. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(`refused: ${JSON.stringify(refusal)}`);
  }
}

/** What came back, believed: signed by headquarters, in answer to this request. */
export interface Heard {
  readonly answer: Answer;
  /** Bytes of bodies, both ways. */
  readonly bytes: number;
}

/**
 * A device of a centre without a journal: a key, a chain it has signed, and the requests of the exchange, really signed
 * and really sent. Thousands of them fit into one process. Each comes from a loopback address of its own.
 */
export class LightDevice {
  readonly signer;
  readonly device;
  readonly stream;
  private challenge: Challenge | null = null;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    name: string,
    readonly centre: CentreCode,
    private readonly address = '127.0.0.1',
  ) {
    this.signer = aSigner(name);
    this.device = deviceOfKey(this.signer.publicKey);
    this.stream = streamOf(this.device, launchId.of('AAAAAAAAAAA'), 'rooms');
  }

  /** So many attendance facts of its room, chained and signed. */
  facts(count: number): readonly SealedEntry[] {
    let head: Head | null = null;
    return Array.from({ length: count }, (_, index) => {
      const place = { stream: this.stream, seq: index + 1, prev: head?.id ?? null };
      const about = { sitting: 'mardi-matin', room: 'B12' };
      const data = { status: index % 17 === 0 ? 'absent' : 'present', candidates: [`0226${100_000 + index}`] };
      const at = { wall: instant.of(Date.now()), logical: [Date.now(), index], zone: 'Europe/Paris', offset: null };
      const sealed = unwrap(
        seal(
          aDraft('', { about, data }),
          someone,
          place,
          { ...at, logical: [Date.now(), index] },
          this.signer,
          unlimited,
        ),
      );
      head = { seq: index + 1, id: idOf(sealed.bytes) };
      return sealed;
    });
  }

  hello(to: Reached): Promise<Heard> {
    return this.sent(to, this.packed(to, 'hello', { speaks: SPEAKS }));
  }

  /** @param held what it believes headquarters to hold */
  tell(to: Reached, held: readonly StreamTips[] = []): Promise<Heard> {
    return this.sent(to, this.packed(to, 'tell', { knows: digestsOf(new Map(held)) }));
  }

  push(to: Reached, entries: readonly SealedEntry[]): Promise<Heard> {
    return this.sent(to, this.packedPush(to, entries));
  }

  /** Made beforehand; good for as long as the challenge of the last answer is. */
  packedPush(to: Reached, entries: readonly SealedEntry[]): Packed {
    return this.packed(to, 'push', { entries: entries.length }, entries);
  }

  /** Sends a request and believes the answer; throws on a refusal, on silence, and on what headquarters has not signed. */
  async sent(to: Reached, { type, nonce, body }: Packed): Promise<Heard> {
    const reply = await this.posted(`${to.url}${PATHS[type]}`, body);
    const heard = answerIn(new Uint8Array(gunzipSync(reply)), { server: to.key, nonce, type }, check);
    if (!heard.ok) {
      if (heard.error.kind === 'refused') throw new Refused(heard.error.refusal);
      throw new Error(`${type}: ${JSON.stringify(heard.error)}`);
    }
    const { answer } = heard.value;
    if (answer.challenge) this.challenge = answer.challenge;
    if (answer.type === 'refused') throw new Refused(answer.refusal);
    return { answer, bytes: body.length + reply.length };
  }

  close(): void {
    this.agent.destroy();
  }

  private packed(to: Reached, type: Request['type'], said: object, entries: readonly SealedEntry[] = []): Packed {
    const nonce = newNonce(random);
    const { device, centre, challenge } = this;
    const head = {
      type,
      protocol: SPEAKS.newest,
      device,
      centre,
      server: to.key,
      nonce,
      at: Date.now(),
      challenge,
      ...said,
    };
    const frame = writeFrame('request', head, entries, (bytes) => this.signer.sign(bytes));
    return { type, nonce, body: gzipSync(frame, { level: 3 }) };
  }

  private posted(url: string, body: Uint8Array): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const asked = request(
        url,
        {
          method: 'POST',
          agent: this.agent,
          localAddress: this.address,
          headers: { 'content-type': CONTENT_TYPE, [PROTOCOL_HEADER]: '1', 'content-length': body.length },
        },
        (reply) => {
          const parts: Buffer[] = [];
          reply.on('data', (part: Buffer) => parts.push(part));
          reply.on('end', () => resolve(Buffer.concat(parts)));
          reply.on('error', reject);
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }
}

/** Makes devices members of their centres, past the codes: by the owner of the database. */
export async function letIn(databaseUrl: string, devices: readonly LightDevice[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const codes = devices.map(({ device }) => createHash('sha256').update(device).digest());
  await client.query(
    `insert into enrolment_codes (hash, centre, channels, expires)
     select hash, centre, '{session,rooms}', now() + interval '1 day' from unnest($1::bytea[], $2::text[]) as new(hash, centre)`,
    [codes, devices.map(({ centre }) => centre)],
  );
  await client.query(
    `insert into enrolments (device, centre, channels, code)
     select device, centre, '{session,rooms}', hash from unnest($1::text[], $2::text[], $3::bytea[]) as new(device, centre, hash)`,
    [devices.map(({ device }) => device), devices.map(({ centre }) => centre), codes],
  );
  await client.end();
}
