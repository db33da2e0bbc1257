import { MINUTE } from '../kernel/instant';

/** Entries in one batch at most. */
export const MAX_BATCH_ENTRIES = 500;

/** Bytes of a batch at most, packed and not yet compressed. */
export const MAX_BATCH_BYTES = 1024 * 1024;

/** A request's frame at most, not compressed. A server refuses a longer one as `too-large` and reads no further. */
export const MAX_REQUEST_BYTES = 2 * 1024 * 1024;

/** An answer's frame at most, not compressed: whoever asked reads no further. */
export const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** Streams that one pull names at most. */
export const MAX_WANTS = 200;

/** How long a server takes back its challenge, and how long it remembers a nonce. */
export const CHALLENGE_LIFE = 10 * MINUTE;

/** How often a server says on an open poke stream that it is still there. */
export const POKE_PULSE = 15_000;
