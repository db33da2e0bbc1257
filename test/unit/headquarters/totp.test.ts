import { describe, expect, test } from 'vitest';
import { otpauthUri, stepOf, stepTyped, totpAt } from '../../../headquarters/staff/totp';
import { utf8 } from '../../../shared/kernel/bytes';
import { secretOf } from '../../support/vigieClient';

const secret = utf8('12345678901234567890');

describe('the codes of a telephone', () => {
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('are those of RFC 6238, appendix B, at %i s', (seconds, code) => {
    expect(totpAt(secret, stepOf(seconds * 1000), 8)).toBe(code);
    expect(totpAt(secret, stepOf(seconds * 1000))).toBe(code.slice(2));
  });

  test('are taken one step early or late, with blanks, and no more', () => {
    const now = 1_234_567_890_000;
    const step = stepOf(now);
    for (const away of [-1, 0, 1]) expect(stepTyped(secret, totpAt(secret, step + away), now)).toBe(step + away);
    const code = totpAt(secret, step);
    expect(stepTyped(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now)).toBe(step);
    for (const away of [-2, 2]) expect(stepTyped(secret, totpAt(secret, step + away), now)).toBeNull();
    for (const typed of ['', '12345', `${code}0`, 'abcdef']) expect(stepTyped(secret, typed, now)).toBeNull();
  });

  test('a telephone reads the secret from the address', () => {
    const address = otpauthUri('m.durand', secret);
    expect(address).toBe('otpauth://totp/Cachet%3Am.durand?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Cachet');
    expect(secretOf(address)).toEqual(secret);
  });
});
