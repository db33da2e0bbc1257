import { describe, expect, test } from 'vitest';
import { isTaken, strengthOf } from '../../../renderer/vault/strength';
import { vaultMethods } from '../../../shared/bridge/vault';

describe('R44 how well a passphrase protects', () => {
  test.each([
    ['', 'empty'],
    ['onze lettre', 'short'],
    ['aaaaaaaaaaaaaaaaaaaa', 'monotonous'],
    ['abcabcabcabcabc', 'monotonous'],
    ['quatorze sign', 'fair'],
    ['dix-huit signes en tout', 'good'],
    ['bateau lampe citron escalier', 'strong'],
  ])('« %s » is %s', (passphrase, kind) => {
    expect(strengthOf(passphrase).kind).toBe(kind);
  });

  test('says how many characters are missing', () => {
    expect(strengthOf('court').missing).toBe(7);
  });

  test.each(['onze lettre', 'aaaaaaaaaaaaaaaaaaaa', 'quatorze sign', 'bateau lampe citron escalier', 'x'.repeat(500)])(
    'main takes what the screen takes: « %s »',
    (passphrase) => {
      const taken = vaultMethods.choosePassphrase.input.safeParse({ passphrase }).success;
      expect(taken).toBe(isTaken(strengthOf(passphrase)));
    },
  );
});
