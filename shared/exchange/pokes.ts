import { fromBase64url } from '../kernel/bytes';
import { err, ok, type Result } from '../kernel/result';
import { POKES_TYPE, PROTOCOL_HEADER } from './http';
import { POKE_PULSE } from './limits';
import { foreign, type Reply } from './reply';
import type { Trouble } from './trouble';

/** Silence on a stream of pokes, in milliseconds, after which nobody is there any more. */
export const SILENCE = 3 * POKE_PULSE;

/** What comes through a stream of pokes. */
export type Heard =
  /** The server's word that it is this one; the bytes of a frame. */
  { readonly kind: 'open'; readonly frame: Uint8Array } | { readonly kind: 'poke' } | { readonly kind: 'pulse' };

const longestLine = 64 * 1024;

/** Reads a stream of events as it comes, in pieces of any length. What is not one of ours is passed over. */
export class PokeReader {
  private rest = '';
  private event = '';
  private data = '';

  /** What a further piece completes; an error when it cannot be a stream of pokes. */
  read(piece: Uint8Array): Result<readonly Heard[], Trouble> {
    // Ours are ASCII to the last byte
    for (const byte of piece) this.rest += String.fromCharCode(byte);
    const lines = this.rest.split('\n');
    this.rest = lines.pop() ?? '';
    if (this.rest.length > longestLine) return err({ kind: 'garbled' });
    return ok(lines.flatMap((line) => this.line(line.endsWith('\r') ? line.slice(0, -1) : line)));
  }

  private line(line: string): readonly Heard[] {
    if (line.startsWith(':')) return [{ kind: 'pulse' }];
    if (line.startsWith('event: ')) this.event = line.slice(7);
    if (line.startsWith('data: ')) this.data = line.slice(6);
    if (line !== '') return [];
    const { event, data } = this;
    this.event = '';
    this.data = '';
    if (event === 'poke') return [{ kind: 'poke' }];
    const frame = event === 'open' ? fromBase64url(data) : null;
    return frame ? [{ kind: 'open', frame }] : [];
  }
}

/** What shows by its envelope that a reply is no stream of pokes; null when it is worth reading on. */
export function noPokes(reply: Reply): Trouble | null {
  const { status, headers } = reply;
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== POKES_TYPE) return foreign(reply) ?? { kind: 'garbled' };
  return status === 200 && headers[PROTOCOL_HEADER]?.match(/^\d{1,4}$/) ? null : { kind: 'stripped' };
}
