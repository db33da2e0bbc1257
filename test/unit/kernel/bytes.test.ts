import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../../shared/kernel/bytes';
import { canonical } from '../../../shared/kernel/canonical';

test('base64url gives back the bytes it was made from, and agrees with the platform', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(text)).toEqual(bytes);
    }),
    { seed: 1 },
  );
});

test('a text that is not base64url is refused', () => {
  expect(fromBase64url('ab+/')).toBeNull();
});

test('bytes that are not UTF-8 are refused, names are not harmed', () => {
  expect(fromUtf8(new Uint8Array([0xff, 0xfe]))).toBeNull();
  expect(fromUtf8(utf8('Šarūnas NGUYỄN, Łukasz'))).toBe('Šarūnas NGUYỄN, Łukasz');
});

test('equal values have one canonical text, whatever the order of their members', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonical(turned)).toBe(canonical(value));
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
    }),
    { seed: 2 },
  );
});
