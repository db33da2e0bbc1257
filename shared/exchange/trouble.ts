import type { StorageReason } from '../kernel/storage';
import type { ServerId } from './names';
import type { Versions } from './protocol';
import type { Refusal } from './refusals';

/** What the network itself said: no answer came. */
export type NoAnswer =
  /** The name is not known, nobody listens there, no way leads there, no answer within the time, or cut off on the way. */
  | { readonly kind: 'unreachable'; readonly how: 'dns' | 'refused' | 'no-route' | 'timeout' | 'reset' }
  /** No secure connection: its certificate is not one that this machine trusts, or the handshake failed. */
  | { readonly kind: 'tls'; readonly how: 'certificate' | 'handshake' };

/** Why the last attempt came to nothing, as facts. What was not ours was not believed in anything. */
export type Trouble =
  | NoAnswer
  /** A network that wants a login first: it answered by a page of its own, or sent elsewhere. */
  | { readonly kind: 'portal'; readonly sign: 'page' | 'status' | 'redirection'; readonly host: string | null }
  /** A proxy wants a name and a password. */
  | { readonly kind: 'proxy-login' }
  /** Something between here and the server says that it cannot reach it, or breaks down. */
  | { readonly kind: 'gateway'; readonly status: number }
  /** Sent to another address of the same host: the server's address is not the right one. */
  | { readonly kind: 'redirected'; readonly host: string }
  /** An answer of another kind: some other server, or something between. */
  | { readonly kind: 'not-ours'; readonly status: number; readonly contentType: string | null }
  /** An answer of our kind without its header: something between takes headers out. */
  | { readonly kind: 'stripped' }
  /** Something between does not let so many bytes pass. */
  | { readonly kind: 'too-large' }
  /** The answer ends early. */
  | { readonly kind: 'cut' }
  /** The answer is not what its type says, does not fit the request, or was changed on the way beyond reading. */
  | { readonly kind: 'garbled' }
  /** An answer to another request, kept somewhere and given again. */
  | { readonly kind: 'stale' }
  /** The server has not signed it. */
  | { readonly kind: 'forged'; readonly what: 'answer' | 'receipt' }
  /** Signed well, by another server than the one expected. */
  | { readonly kind: 'impostor'; readonly server: ServerId }
  /** No version in common. */
  | { readonly kind: 'too-old'; readonly who: 'us' | 'server'; readonly speaks: Versions }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The server acknowledged nothing of what it was given, without saying why, or lacks what it had told of. */
  | { readonly kind: 'no-progress' }
  /** This machine could not keep what it was given. */
  | { readonly kind: 'storage'; readonly reason: StorageReason };
