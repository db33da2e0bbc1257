import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { delivered } from '../../../electron/journal/delivered';
import { Scribe } from '../../../electron/journal/scribe';
import type { Granted } from '../../../electron/keys/grantedKeys';
import { openChannelKey, sealChannelKey } from '../../../node/channelKeySeal';
import { ed25519Signer } from '../../../node/ed25519';
import { demonstrationSigningKey } from '../../../shared/formats/demonstration/signingKey';
import { deviceOfKey } from '../../../shared/journal/launch';
import { memoryJournal } from '../../../shared/journal/memoryJournal';
import { instant } from '../../../shared/kernel/instant';
import { unwrap } from '../../../shared/kernel/result';
import { randomly } from '../../support/copies';
import { aDraft, aSigner, someone } from '../../support/devices';
import {
  channelKey,
  deviceNamed,
  grantedTo,
  Headquarters,
  published,
  terms,
  wrapped,
  wrappingOf,
} from '../../support/grants';

const wrapping = wrappingOf('laptop');
const draft = aDraft('secret', { channel: 'marks', kind: 'mark.entered' });

function scribeWith(granted: Granted, journal = memoryJournal()) {
  return new Scribe({
    journal,
    known: () => new Map(),
    signer: aSigner('laptop'),
    clock: { now: () => instant.of(Date.UTC(2026, 5, 16, 8)) },
    random: randomly,
    zone: () => 'Europe/Paris',
    offset: () => null,
    actor: () => someone,
    permit: () => true,
    granted,
    breath: () => Promise.resolve(),
  });
}

describe('a channel key', () => {
  const { raw, id } = channelKey('marks');
  const sealed = sealChannelKey(wrapping.publicKey, 'marks', raw, randomly);
  if (!sealed) throw new Error('the wrapping key is one');

  test('sealed to a device opens there, for its channel and under its name, and nowhere else', () => {
    expect(openChannelKey('marks', id, sealed, wrapping)?.export()).toEqual(Buffer.from(raw));
    expect(openChannelKey('marks', id, sealed, wrappingOf('other'))).toBeNull();
    expect(
      openChannelKey('marks', id, { ...sealed, to: wrappingOf('other').publicKey }, wrappingOf('other')),
    ).toBeNull();
    expect(openChannelKey('jury', id, sealed, wrapping)).toBeNull();
    expect(openChannelKey('marks', channelKey('jury').id, sealed, wrapping)).toBeNull();
  });

  test('is sealed to no point of small order, from which anybody could open it', () => {
    expect(sealChannelKey('A'.repeat(43), 'marks', raw, randomly)).toBeNull();
  });

  test('the wrapping key comes of the device’s one secret, and is not the signing key', () => {
    expect(wrappingOf('laptop').publicKey).toBe(wrapping.publicKey);
    expect(wrapping.publicKey).not.toBe(deviceNamed('laptop'));
    expect(wrapping.publicKey).not.toBe(wrappingOf('other').publicKey);
  });
});

test('the demonstration’s headquarters signs with the key that its dossier names', () => {
  const pem = readFileSync('build/recovery/demonstration-signing-only.pem', 'utf8');
  const signer = ed25519Signer(createPrivateKey(pem));
  expect(deviceOfKey(signer.publicKey)).toBe(demonstrationSigningKey.publicKey);
});

describe('a device', () => {
  const hq = new Headquarters();
  const given = hq.gives(deviceNamed('laptop'), terms([wrapped('marks', wrapping.publicKey)]));

  test('finds its keys in the entries, in whichever order they come; a grant to another brings it none', () => {
    const key = channelKey('marks').id;
    expect(grantedTo('laptop', [published(), given]).keyFor('marks')).toBe(key);
    expect(grantedTo('laptop', [given, published()]).keyFor('marks')).toBe(key);
    expect(grantedTo('other', [published(), given]).keyFor('marks')).toBeNull();
    expect(grantedTo('laptop', [published(), given]).keyFor('jury')).toBeNull();
  });

  test('learns of a rotation while it runs: it writes with the newest key and reads with all', () => {
    const granted = grantedTo('laptop', [published(), given]);
    const keys = [wrapped('marks', wrapping.publicKey), wrapped('marks', wrapping.publicKey, 2)];
    granted.meet(hq.gives(deviceNamed('laptop'), terms(keys), [given.entry.id]).entry);
    expect(granted.keyFor('marks')).toBe(channelKey('marks', 2).id);
    const old = grantedTo('laptop', [published(), given]);
    const box = old.close('marks', channelKey('marks').id, new Uint8Array([1, 2]), 'here');
    expect(granted.open('marks', channelKey('marks').id, box, 'here')).toEqual(new Uint8Array([1, 2]));
    expect(granted.open('marks', channelKey('marks').id, box, 'there')).toBe('altered');
    expect(granted.open('jury', channelKey('marks').id, box, 'here')).toBe('no-key');
  });

  test('reads and writes nothing closed any more once its grant was ended, or its dates are over', () => {
    const granted = grantedTo('laptop', [published(), given]);
    const box = granted.close('marks', channelKey('marks').id, new Uint8Array([1]), 'here');
    granted.meet(hq.ends(deviceNamed('laptop'), [given.entry.id]).entry);
    expect(granted.open('marks', channelKey('marks').id, box, 'here')).toBe('no-key');
    expect(granted.keyFor('marks')).toBeNull();
    const august = grantedTo('laptop', [published(), given], Date.UTC(2026, 7, 1));
    expect(august.open('marks', channelKey('marks').id, box, 'here')).toBe('no-key');
    expect(august.whyNot({ role: 'invigilator', kind: 'mark.entered', channel: 'marks' })).toMatchObject({
      because: 'over',
    });
  });

  test('a grant whose keys it cannot open is told as a missing key', () => {
    const keys = [wrapped('marks', wrappingOf('other').publicKey)];
    const granted = grantedTo('laptop', [published(), hq.gives(deviceNamed('laptop'), terms(keys))]);
    expect(granted.whyNot({ role: 'invigilator', kind: 'mark.entered', channel: 'marks' })).toEqual({
      because: 'no-key',
    });
  });
});

describe('the scribe of a device', () => {
  const given = new Headquarters().gives(deviceNamed('laptop'), terms([wrapped('marks', wrapping.publicKey)]));

  test('closes what is granted, and its window is given it opened', async () => {
    const granted = grantedTo('laptop', [published(), given]);
    const [entry] = unwrap(await scribeWith(granted).inscribe([draft])).entries;
    if (!entry) throw new Error('one draft, one entry');
    expect(Buffer.from(entry.sealed.bytes).toString()).not.toContain('secret');
    const [given1] = delivered(granted, [entry.entry.stream], [entry.sealed]);
    expect(entry.opened(given1?.content).entry.data).toEqual(draft.data);
    const [shut] = delivered(grantedTo('other', []), [entry.entry.stream], [entry.sealed]);
    expect(shut).toBe(entry.sealed);
  });

  test('refuses what is not, with the reason, and writes nothing of the gesture', async () => {
    const journal = memoryJournal();
    const alone = scribeWith(grantedTo('laptop', [published()]), journal);
    expect(await alone.inscribe([aDraft('open'), draft])).toEqual({
      ok: false,
      error: { kind: 'no-grant', entryKind: 'mark.entered', why: { because: 'never-granted' } },
    });
    expect((await journal.frontier()).size).toBe(0);
    const granted = scribeWith(grantedTo('laptop', [published(), given]), journal);
    expect(await granted.inscribe([aDraft('', { kind: 'room.checked' })])).toMatchObject({
      error: { why: { because: 'kind' } },
    });
    expect(await granted.inscribe([aDraft('', { kind: 'mark.entered', channel: 'jury' })])).toMatchObject({
      error: { why: { because: 'channel' } },
    });
    expect((await granted.inscribe([aDraft('the roll')])).ok).toBe(true);
  });

  test('never puts in clear what belongs into another channel', async () => {
    const granted = scribeWith(grantedTo('laptop', [published(), given]));
    expect(await granted.inscribe([aDraft('', { channel: 'session' })])).toMatchObject({
      error: { why: { because: 'wrong-channel' } },
    });
  });
});
