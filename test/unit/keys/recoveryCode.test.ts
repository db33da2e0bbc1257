import { describe, expect, test } from 'vitest';
import { keyOfRecoveryCode, RECOVERY_GROUPS, recoveryCodeOf } from '../../../shared/kernel/recoveryCode';
import { unwrap } from '../../../shared/kernel/result';
import { seededNumbers } from '../../support/seededNumbers';

const random = seededNumbers(43);
const aKey = () => Uint8Array.from({ length: 32 }, () => Math.floor(random() * 256));
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const put = (code: string, at: number, sign: string) => code.slice(0, at) + sign + code.slice(at + 1);

describe('R43 the recovery code', () => {
  test('is thirteen groups of five signs that give the key back, for 500 keys', () => {
    for (let trial = 0; trial < 500; trial++) {
      const key = aKey();
      const code = recoveryCodeOf(key);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){12}[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(unwrap(keyOfRecoveryCode(code))).toEqual(key);
    }
  });

  test('is read as people type it: small letters, spaces, long dashes, O for 0, I and L for 1', () => {
    const key = new Uint8Array(32);
    const typed = recoveryCodeOf(key).replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase();
    expect(unwrap(keyOfRecoveryCode(` ${typed}\n`))).toEqual(key);
  });

  test('any one wrong sign is told with its group, for every place and every other sign', () => {
    const signs = recoveryCodeOf(aKey()).replaceAll('-', '');
    for (let at = 0; at < signs.length; at++) {
      for (const sign of [...alphabet].filter((each) => each !== signs[at])) {
        const group = Math.floor(at / 5) + 1;
        expect(keyOfRecoveryCode(put(signs, at, sign))).toEqual({ ok: false, error: { kind: 'group', group } });
      }
    }
  });

  test('two neighbouring signs exchanged, and two groups exchanged, are told', () => {
    for (let trial = 0; trial < 50; trial++) {
      const signs = recoveryCodeOf(aKey()).replaceAll('-', '');
      for (let at = 0; at + 1 < signs.length; at++) {
        const [one = '', other = ''] = [signs[at], signs[at + 1]];
        if (one !== other) expect(keyOfRecoveryCode(put(put(signs, at, other), at + 1, one)).ok).toBe(false);
      }
      const groups = recoveryCodeOf(aKey()).split('-');
      const exchanged = [groups[1], groups[0], ...groups.slice(2)].join('-');
      expect(keyOfRecoveryCode(exchanged)).toEqual({ ok: false, error: { kind: 'group', group: 1 } });
    }
  });

  test('what is too short, too long or foreign is told as what it is', () => {
    const code = recoveryCodeOf(aKey());
    expect(keyOfRecoveryCode(code.slice(0, -1))).toEqual({ ok: false, error: { kind: 'length', typed: 64 } });
    expect(keyOfRecoveryCode(`${code}0`)).toEqual({ ok: false, error: { kind: 'length', typed: 66 } });
    expect(keyOfRecoveryCode('')).toEqual({ ok: false, error: { kind: 'length', typed: 0 } });
    expect(keyOfRecoveryCode(put(code, 0, '*'))).toEqual({ ok: false, error: { kind: 'group', group: 1 } });
    expect(code.split('-')).toHaveLength(RECOVERY_GROUPS);
  });
});
