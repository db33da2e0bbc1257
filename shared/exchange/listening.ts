import type { SignatureCheck } from '../kernel/ports';
import type { Result } from '../kernel/result';
import { type Asker, listenFrom } from './asking';
import { answerIn } from './believe';
import { noPokes, PokeReader, SILENCE } from './pokes';
import type { Reply, Zip } from './reply';
import type { Talk } from './talk';
import type { NoAnswer, Trouble } from './trouble';

/** A stream that is open, or on its way to be. */
export interface OpenStream {
  /** Its head, its body left empty; or why there is none. */
  readonly reply: Promise<Result<Omit<Reply, 'body'>, NoAnswer>>;
  /** When it has ended, by whomever. */
  readonly ended: Promise<void>;
  /** Ends it: both promises resolve, whatever they wait for. */
  close(): void;
}

/** The way to a server's stream of pokes. */
export interface PokeNet {
  /** Posts a gzipped `listen` and hands over the answer's body piece by piece. No time limit once the head has come. */
  listen(body: Uint8Array, heard: (piece: Uint8Array) => void): OpenStream;
}

/** A timer. */
export interface Alarm {
  /** Rings once, after so many milliseconds, unless the function it returns is called before. */
  set(after: number, ring: () => void): () => void;
}

export interface Listener extends Asker {
  readonly pokeNet: PokeNet;
  readonly alarm: Alarm;
  readonly zip: Zip;
  readonly check: SignatureCheck;
}

/** Where pokes are told. */
export interface PokeEar {
  /** It has begun; how to end it. */
  begun(end: () => void): void;
  /** The stream is the server's: pokes will come. */
  opened(): void;
  poked(): void;
}

/**
 * Listens to one stream of pokes until it ends, is silent for too long, or is not the server's; says why in the last
 * case. A poke before the server has proven itself is not heard.
 */
export async function listenOnce(listener: Listener, talk: Talk, ear: PokeEar): Promise<Trouble | null> {
  const asked = listenFrom(listener, talk);
  const body = await listener.zip.gzip(asked.frame);
  const reader = new PokeReader();
  const expected = { server: listener.server, nonce: asked.nonce, type: asked.type };
  let proven = false;
  let trouble: Trouble | null = null;
  let silence = () => {};

  const stop = (why: Trouble | null) => {
    silence();
    trouble = why;
    stream.close();
  };
  const patient = () => {
    silence();
    silence = listener.alarm.set(SILENCE, () => stop(null));
  };
  const stream = listener.pokeNet.listen(body, (piece) => {
    if (trouble) return;
    const read = reader.read(piece);
    if (!read.ok) return stop(read.error);
    patient();
    for (const heard of read.value) {
      if (heard.kind === 'open') {
        const answer = answerIn(heard.frame, expected, listener.check);
        if (!answer.ok) return stop(answer.error);
        if (answer.value.answer.type !== 'welcome') return stop({ kind: 'garbled' });
        if (!proven) ear.opened();
        proven = true;
      } else if (heard.kind === 'poke' && proven) ear.poked();
    }
  });
  patient();
  ear.begun(() => stop(null));
  const reply = await stream.reply;
  if (!reply.ok) trouble = reply.error;
  else {
    const foreigner = noPokes({ ...reply.value, body: new Uint8Array() });
    if (foreigner) stop(foreigner);
  }
  if (reply.ok) await stream.ended;
  silence();
  return trouble;
}
