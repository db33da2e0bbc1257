import type { Instant } from '../kernel/instant';
import type { Clock } from '../kernel/ports';
import type { Result } from '../kernel/result';
import type { Prepared } from './asking';
import type { Net, Reply, Zip } from './reply';
import type { NoAnswer } from './trouble';

/** A request under way. */
export interface Asked extends Pick<Prepared, 'type' | 'nonce'> {
  readonly heard: Promise<Heard>;
}

interface Heard {
  readonly reply: Result<Reply, NoAnswer>;
  /** When it came, by this machine's clock. */
  readonly at: Instant;
  /** Milliseconds from question to answer. */
  readonly took: number;
}

/** Sends a request. Whether anybody waits for the answer or not, it may be left alone. */
export function asking(
  { type, nonce, frame }: Prepared,
  side: { readonly net: Net; readonly zip: Zip; readonly clock: Clock; steady(): number },
): Asked {
  const heard = (async () => {
    const began = side.steady();
    const reply = await side.net.ask(type, await side.zip.gzip(frame));
    return { reply, at: side.clock.now(), took: side.steady() - began };
  })();
  heard.catch(() => undefined); // whoever waits for it is told of the bug
  return { type, nonce, heard };
}
