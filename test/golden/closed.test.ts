import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openBox, readContent } from '../../shared/journal/closed';
import { idOf } from '../../shared/journal/entry';
import { type VerifiedEntry, verifyEntry } from '../../shared/journal/verify';
import { unwrap } from '../../shared/kernel/result';
import { ed25519 } from '../support/devices';
import { channelKey, grantedTo } from '../support/grants';

/**
 * A session, headquarters' grant to a made-up device and two marks that this device closed, frozen as they were first
 * written: the grant's keys and the entries' boxes must open for ever.
 */
const file = path.join(import.meta.dirname, 'closed1/entries.json');
const kept = z
  .array(z.object({ id: z.string(), kind: z.string(), bytes: z.string(), signature: z.base64() }))
  .parse(JSON.parse(readFileSync(file, 'utf8')));

test('FAULT 42 what the first version closed opens with the keys that its grant brought', () => {
  const entries: VerifiedEntry[] = [];
  for (const { id, kind, bytes, signature } of kept) {
    const sealed = {
      bytes: new Uint8Array(Buffer.from(bytes)),
      signature: new Uint8Array(Buffer.from(signature, 'base64')),
    };
    expect(idOf(sealed.bytes)).toBe(id);
    const before = entries.at(-1)?.entry;
    const head =
      before?.stream === JSON.parse(bytes).stream
        ? { seq: before?.seq ?? 0, id: before?.id ?? idOf(sealed.bytes) }
        : null;
    const verified = unwrap(verifyEntry(ed25519, head, sealed));
    expect(verified.entry.kind).toBe(kind);
    entries.push(verified);
  }
  const granted = grantedTo('office', entries);
  expect(granted.keyFor('marks')).toBe(channelKey('marks', 2).id);
  const said = entries.flatMap(({ entry }) => {
    const opened = openBox(granted, entry);
    return opened instanceof Uint8Array ? [readContent(opened)] : [];
  });
  expect(said).toEqual([1425, 800].map((mark) => ({ about: { script: 'A-017' }, data: { mark } })));
});
