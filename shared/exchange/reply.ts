import type { Result } from '../kernel/result';
import { CONTENT_TYPE, PROTOCOL_HEADER } from './http';
import type { Request } from './messages';
import type { NoAnswer, Trouble } from './trouble';

/** What came back over HTTP, from whomever. */
export interface Reply {
  readonly status: number;
  /** The headers of these names, or null. */
  readonly headers: { readonly 'content-type': string | null; readonly [PROTOCOL_HEADER]: string | null };
  /** Where it sends to, for a redirection; `ours` when that is the host that was asked. Never followed. */
  readonly redirection: { readonly host: string; readonly ours: boolean } | null;
  /** SHA-256 of the certificate that was shown (DER), in hexadecimal, where the transport knows it. */
  readonly certificate: string | null;
  readonly body: Uint8Array;
}

/** The way to one server. */
export interface Net {
  /**
   * Posts a gzipped frame as `http.ts` says, and follows nothing. Gives up after `REQUEST_TIMEOUT`, and on an answer
   * longer than `MAX_ANSWER_BYTES`, which counts as `reset`.
   */
  ask(type: Request['type'], body: Uint8Array): Promise<Result<Reply, NoAnswer>>;
}

/** Compression, done where there are threads for it. */
export interface Zip {
  gzip(bytes: Uint8Array): Promise<Uint8Array>;
  /** Stops at `atMost` bytes. */
  gunzip(bytes: Uint8Array, atMost: number): Promise<Result<Uint8Array, 'cut' | 'not-gzip' | 'too-long'>>;
}

const gateways = new Set([500, 502, 503, 504]);

/** What shows by its envelope that it is not our server's answer; null when its body is worth reading. */
export function foreign({ status, headers, redirection }: Reply): Trouble | null {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === CONTENT_TYPE) return headers[PROTOCOL_HEADER]?.match(/^\d{1,4}$/) ? null : { kind: 'stripped' };
  if (status === 407) return { kind: 'proxy-login' };
  if (status === 511) return { kind: 'portal', sign: 'status', host: redirection?.host ?? null };
  if (redirection?.ours) return { kind: 'redirected', host: redirection.host };
  if (redirection) return { kind: 'portal', sign: 'redirection', host: redirection.host };
  if (status === 413) return { kind: 'too-large' };
  if (gateways.has(status)) return { kind: 'gateway', status };
  const page = type === 'text/html' || type === 'application/xhtml+xml';
  if (page && status >= 200 && status < 300) return { kind: 'portal', sign: 'page', host: null };
  return { kind: 'not-ours', status, contentType: headers['content-type'] };
}
