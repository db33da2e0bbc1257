import { z } from 'zod';
import { type Brand, idKind } from '../kernel/brand';
import { toBase64url } from '../kernel/bytes';
import type { Random } from '../kernel/ports';

/** A replica that answers: headquarters or the centre's hub. Its name is its Ed25519 public key in base64url. */
export type ServerId = Brand<string, 'ServerId'>;
export const serverId = idKind('ServerId', /^[A-Za-z0-9_-]{43}$/);

/**
 * One life of a server's store, 16 random bytes in base64url. The server draws a new one whenever it may hold less than
 * it acknowledged: a new database, a backup put back. Receipts of another epoch prove nothing any more.
 */
export type Epoch = Brand<string, 'Epoch'>;
export const epoch = idKind('Epoch', /^[A-Za-z0-9_-]{22}$/);

/** 16 random bytes in base64url, drawn for one request and never again: a repetition draws its own. */
export type Nonce = Brand<string, 'Nonce'>;
export const nonce = idKind('Nonce', /^[A-Za-z0-9_-]{22}$/);

export function newNonce(random: Random): Nonce {
  return nonce.of(toBase64url(random.bytes(16)));
}

/**
 * What a server hands out with every answer and wants back in the next request, so that a recorded request is worth
 * nothing later. Opaque to who asks. A server without memory makes it of the time, some random bytes and a keyed hash
 * over both and the device; it lasts ten minutes.
 */
export type Challenge = Brand<string, 'Challenge'>;
export const challenge = idKind('Challenge', /^[A-Za-z0-9_.-]{16,200}$/);

/** The exam centre's national number, as the session that headquarters published has it. */
export type CentreCode = Brand<string, 'CentreCode'>;
export const centreCode = idKind('CentreCode', /^[A-Za-z0-9._-]{1,20}$/);

/** Milliseconds of a wall clock since 1970: told to compare clocks, never to refuse. */
export const wallClock = z.int();
