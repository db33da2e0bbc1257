import type { Request } from './messages';

/**
 * How HTTP carries the exchange. Every request is a POST, to the path below appended to the server's base address; its
 * body is the frame (`frame.ts`), gzipped, of type `CONTENT_TYPE`. Compression is part of that type and not a content
 * encoding, so that nothing on the way undoes it; who unzips stops at `MAX_REQUEST_BYTES` or `MAX_ANSWER_BYTES`.
 *
 * Every answer, refusals too, carries `CONTENT_TYPE`, `PROTOCOL_HEADER` with the version it is in, and
 * `cache-control: no-store`; its body is a gzipped frame. Its status is 200, or for a refusal that of `statusOf`. No
 * redirection, no cookies, no other header matters.
 *
 * A `listen` that is not refused is answered by `text/event-stream` with the same two other headers: first
 * `event: open` whose data is the base64url of a frame of type `welcome`; then, whenever the centre's journal has got
 * entries that this device may read and did not bring itself, `event: poke` with empty data `-`; at most once in
 * 250 ms; and a comment line `: pulse` every `POKE_PULSE`. A poke is a hint and proves nothing. The server may end the stream at any time.
 */
export const PATHS: { readonly [Type in Request['type']]: string } = {
  hello: '/exchange/hello',
  tell: '/exchange/tell',
  push: '/exchange/push',
  pull: '/exchange/pull',
  listen: '/exchange/listen',
};

export const CONTENT_TYPE = 'application/vnd.cachet.exchange+gzip';
export const POKES_TYPE = 'text/event-stream';

/** On requests and answers: the protocol's version, in digits. What a portal or proxy answers by itself has none. */
export const PROTOCOL_HEADER = 'cachet-protocol';
