import fc from 'fast-check';

/** One change to a run of bytes, its places as shares of the length. */
type Change =
  | { readonly kind: 'flip'; readonly at: number; readonly by: number }
  | { readonly kind: 'cut'; readonly at: number; readonly until: number }
  | { readonly kind: 'double'; readonly at: number; readonly until: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array };

/** A share of a length. Doubles themselves would be drawn by their bits, and nearly all of them be next to nothing. */
const place = fc.nat(999_999).map((millionths) => millionths / 1_000_000);
const hostile = [
  '\0',
  '\uFEFF',
  '"',
  '""',
  ';',
  '\r\n',
  '\n',
  '\uFFFD',
  '\u202e',
  '=CMD()',
  '1e400',
  '-1',
  '31/02/2005',
];
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('flip'), at: place, by: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('cut'), at: place, until: place }),
  fc.record({ kind: fc.constant('double'), at: place, until: place }),
  fc.record({
    kind: fc.constant('insert'),
    at: place,
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.constantFrom(...hostile).map((text) => new TextEncoder().encode(text)),
      fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => new TextEncoder().encode(text)),
    ),
  }),
);

/** Good bytes spoilt in one to four places, short stretches more often than long ones; now and then plain garbage. */
export function spoiltBytes(good: Uint8Array): fc.Arbitrary<Uint8Array> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.array(change, { minLength: 1, maxLength: 4 }).map((all) => all.reduce(changed, good)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
  );
}

function changed(bytes: Uint8Array, what: Change): Uint8Array {
  const at = Math.floor(what.at * bytes.length);
  switch (what.kind) {
    case 'flip':
      return bytes.map((byte, index) => (index === at ? byte ^ what.by : byte));
    case 'cut':
      return joined(bytes.subarray(0, at), bytes.subarray(at + stretch(what.until, bytes)));
    case 'double':
      return joined(bytes.subarray(0, at + stretch(what.until, bytes)), bytes.subarray(at));
    case 'insert':
      return joined(bytes.subarray(0, at), what.bytes, bytes.subarray(at));
  }
}

function stretch(share: number, bytes: Uint8Array): number {
  return Math.ceil(share ** 4 * bytes.length);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', -1, 0, 1e300, Number.NaN, true, [], {}, '__proto__', 'é'.repeat(300)),
  // what JSON can say and tables, columns of 32 bits or UTF-8 cannot hold
  fc.constantFrom<unknown>('a\0b', 'a\ud800b', 2 ** 31, 2 ** 53 - 1, 2 ** 53 + 2),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true, maxDepth: 2 }),
);

/** A good value with one of its members, however deep, left out or replaced by anything; now and then anything at all. */
export function spoiltValue(good: unknown): fc.Arbitrary<unknown> {
  const one = fc
    .record({ steps: fc.array(fc.nat(30), { maxLength: 6 }), put: anything, drop: fc.boolean() })
    .map(({ steps, put, drop }) => spoiltAt(structuredClone(good), steps, put, drop));
  return fc.oneof({ weight: 6, arbitrary: one }, { weight: 1, arbitrary: anything });
}

function spoiltAt(value: unknown, [step, ...others]: readonly number[], put: unknown, drop: boolean): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || step === undefined) return put;
  const keys = Object.keys(value);
  const key = keys[step % (keys.length + 1)];
  if (key === undefined) Reflect.set(value, 'another', put);
  else if (others.length > 0) Reflect.set(value, key, spoiltAt(Reflect.get(value, key), others, put, drop));
  else if (drop) Reflect.deleteProperty(value, key);
  else Reflect.set(value, key, put);
  return value;
}

/** A good value with one of its texts, however deep, holding what tables, UTF-8 or readers stumble over. */
export function spoiltText(good: unknown): fc.Arbitrary<unknown> {
  const odd = fc.constantFrom('\0', '\ud800', '\udc00\ud800', '\u202e', '\ufeff', '\u001b[2J', 'é'.repeat(5_000));
  return fc.record({ at: place, odd }).map(({ at, odd }) => {
    let left = Math.floor(at * textsIn(good));
    return changedTexts(structuredClone(good), (text) =>
      left-- === 0 ? `${text.slice(0, 1)}${odd}${text.slice(1)}` : text,
    );
  });
}

function textsIn(value: unknown): number {
  let count = 0;
  changedTexts(value, (text) => {
    count++;
    return text;
  });
  return count;
}

function changedTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
    for (const key of Object.keys(value)) Reflect.set(value, key, changedTexts(Reflect.get(value, key), change));
  return value;
}
