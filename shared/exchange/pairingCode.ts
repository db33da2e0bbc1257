import { type Brand, idKind } from '../kernel/brand';
import type { Random } from '../kernel/ports';
import { ok, type Result } from '../kernel/result';
import { type CodeFault, heard, spoken } from '../kernel/spokenCode';

/**
 * What stands for a link when it has to be read aloud: 40 bits of chance in two groups whose fifth sign is a check. So
 * little is enough because it never travels (OPAQUE, RFC 9807), serves one machine, for minutes, and is tried a few
 * times at most.
 */
export type PairingCode = Brand<string, 'PairingCode'>;
const pairingCode = idKind('PairingCode', /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);

const groups = 2;

export function newPairingCode(random: Random): PairingCode {
  return pairingCode.of(spoken([...random.bytes(groups * 4)].map((byte) => byte & 31)));
}

/** The code that was meant; small letters, spaces and dashes do not matter. */
export function readPairingCode(typed: string): Result<PairingCode, CodeFault> {
  const values = heard(typed, groups);
  return values.ok ? ok(pairingCode.of(spoken(values.value))) : values;
}
