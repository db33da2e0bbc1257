import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { type Brand, idKind } from '../kernel/brand';
import { toBase64url, utf8 } from '../kernel/bytes';
import type { Random } from '../kernel/ports';
import { err, ok, type Result } from '../kernel/result';
import { type ServerId, serverId } from './names';

/** What a newcomer shows the relay that offered it: 128 bits of chance in base64url, good for one machine. */
export type PairingSecret = Brand<string, 'PairingSecret'>;
export const pairingSecret = idKind('PairingSecret', /^[A-Za-z0-9_-]{22}$/);

export function newPairingSecret(random: Random): PairingSecret {
  return pairingSecret.of(toBase64url(random.bytes(16)));
}

/** A host's name or address with its port; nothing in it needs escaping in a link. */
export const relayAddress = z.string().regex(/^(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9.-]{1,60}):\d{1,5}$/);

/** All a machine needs to join: whom to believe, where it is reached, and what to show there. */
export interface PairingLink {
  /** The relay's device key: whoever else answers at these addresses is told nothing. */
  readonly relay: ServerId;
  readonly addresses: readonly string[];
  readonly secret: PairingSecret;
}

/** What a QR code still shows large: the likeliest addresses, the others are learnt later. */
const mostAddresses = 4;
const beginning = 'cachet://rejoindre?';

/** The longest text that `readLink` looks at. */
export const LONGEST_LINK = 600;

export function linkOf({ relay, addresses, secret }: PairingLink): string {
  const fields = [
    `poste=${relay}`,
    `secret=${secret}`,
    ...addresses.slice(0, mostAddresses).map((each) => `a=${each}`),
  ];
  const said = fields.join('&');
  return `${beginning}${said}&c=${checkOf(said)}`;
}

/** Spaces and line breaks that came with copying do not matter. `damaged`: ours, but not as it was given out. */
export function readLink(typed: string): Result<PairingLink, 'not-a-link' | 'damaged'> {
  const text = typed.slice(0, LONGEST_LINK).replaceAll(/\s/g, '');
  if (!text.startsWith(beginning)) return err('not-a-link');
  const [, said = '', check = ''] = text.slice(beginning.length).match(/^(.*)&c=([A-Za-z0-9_-]*)$/) ?? [];
  if (checkOf(said) !== check) return err('damaged');
  const fields = said.split('&').map((field) => field.split('='));
  const all = (name: string) => fields.flatMap(([key, value]) => (key === name && value !== undefined ? [value] : []));
  const read = link.safeParse({ relay: all('poste')[0], secret: all('secret')[0], addresses: all('a') });
  return read.success ? ok(read.data) : err('damaged');
}

const link = z.object({
  relay: serverId.schema,
  secret: pairingSecret.schema,
  addresses: z.array(relayAddress).min(1).max(mostAddresses),
});

/** Tells a link that lost or changed a sign on its way; it protects from nobody. */
function checkOf(said: string): string {
  return toBase64url(sha256(utf8(said))).slice(0, 4);
}
