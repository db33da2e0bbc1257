import { createHash } from 'node:crypto';
import { dataKeyOf } from '../../electron/keys/dataKeys';
import { GrantedKeys } from '../../electron/keys/grantedKeys';
import { sealChannelKey, wrappingPairOf } from '../../node/channelKeySeal';
import type { GrantTerms, WrappedKey } from '../../shared/exam/grants/kinds';
import type { Entry } from '../../shared/journal/entry';
import { type DeviceId, deviceOfKey } from '../../shared/journal/launch';
import type { VerifiedEntry } from '../../shared/journal/verify';
import { channelKeyId, day, type EntryId, personId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import type { Actor, Channel, Draft } from '../../shared/kernel/statement';
import { aCentre, publishing, randomly } from './copies';
import { aSigner, signingKeyOf, Writer } from './devices';

export const siege: Actor = { person: personId.of('P-SIEGE'), role: 'headquarters', unlocked: 'pin' };
export const office: Actor = { person: personId.of('installation'), role: 'setup', unlocked: 'first-run' };

export const deviceNamed = (name: string): DeviceId => deviceOfKey(aSigner(name).publicKey);
export const wrappingOf = (name: string) => wrappingPairOf(signingKeyOf(name));

/** A channel key; the same channel and number always give the same. */
export function channelKey(channel: Channel, number = 1) {
  const raw = new Uint8Array(createHash('sha256').update(`${channel} key ${number}`).digest());
  return { raw, id: channelKeyId.of(dataKeyOf(raw).id) };
}

/** A channel key sealed to a device. @param to the device's wrapping key, base64url */
export function wrapped(channel: Channel, to: string, number = 1): WrappedKey {
  const { raw, id } = channelKey(channel, number);
  const sealed = sealChannelKey(to, channel, raw, randomly);
  if (!sealed) throw new Error('a wrapping key takes what is sealed to it');
  return { channel, id, ...sealed };
}

/** What a device of these tests may do unless told otherwise: everything with marks, and call the roll. */
export function terms(keys: readonly WrappedKey[], change: Partial<GrantTerms> = {}): GrantTerms {
  return {
    centre: aCentre.code,
    roles: ['invigilator', 'centreHead'],
    reads: ['session', 'rooms', 'marks'],
    writes: ['mark.*', 'attendance.recorded'],
    from: day.of('2026-06-01'),
    until: day.of('2026-07-10'),
    keys: [...keys],
    ...change,
  };
}

/** Headquarters as a made-up device that signs grants. */
export class Headquarters {
  private readonly writer: Writer;

  constructor(readonly name = 'headquarters') {
    this.writer = new Writer(name, 'BBBBBBBBBBB', null, 'session');
  }

  gives(device: string, granted: GrantTerms, supersedes: readonly EntryId[] = [], wall?: number): VerifiedEntry {
    return this.says('grant.given', device, granted, supersedes, wall);
  }

  ends(device: string, supersedes: readonly EntryId[], wall?: number): VerifiedEntry {
    return this.says('grant.ended', device, { reason: 'poste rendu' }, supersedes, wall);
  }

  private says(
    kind: 'grant.given' | 'grant.ended',
    device: string,
    data: GrantTerms | { reason: string },
    supersedes: readonly EntryId[],
    wall?: number,
  ): VerifiedEntry {
    const draft: Partial<Draft> = { channel: 'session', kind, about: { device }, data, supersedes: [...supersedes] };
    return this.writer.next('', draft, siege, wall);
  }
}

/** The centre's session, as its dossier names the keys with which headquarters signs. */
export function sessionDraft(signedBy: readonly string[] = ['headquarters']): Partial<Draft> {
  const signingKeys = signedBy.map((name) => ({ label: name, publicKey: deviceNamed(name) }));
  const draft = publishing();
  return { ...draft, data: { ...Object(draft.data), headquarters: { signingKeys } } };
}

/** As the head of a centre that began alone names whom it takes for headquarters. */
export function namedBy(device: string, keys: readonly string[], by: Actor = office): VerifiedEntry {
  const signingKeys = keys.map((name) => ({ label: 'Siège', publicKey: deviceNamed(name) }));
  const draft = { channel: 'session', kind: 'headquarters.named', about: { session: 'S-1' } } as const;
  return new Writer(device, 'FFFFFFFFFFF', null, 'session').next('', { ...draft, data: { signingKeys } }, by);
}

/** The session of a centre that began alone: it names nobody. */
export function begunAlone(by = 'desk'): VerifiedEntry {
  return new Writer(by, 'CCCCCCCCCCC', null, 'session').next('', publishing(), office);
}

export function published(signedBy?: readonly string[], by = 'desk'): VerifiedEntry {
  return new Writer(by, 'CCCCCCCCCCC', null, 'session').next('', sessionDraft(signedBy), office);
}

/** What a device knows of its grants once it has met these entries, on the morning of the exam unless told. */
export function grantedTo(name: string, entries: readonly (VerifiedEntry | Entry)[], now = Date.UTC(2026, 5, 16, 8)) {
  const granted = new GrantedKeys({
    device: deviceNamed(name),
    wrapping: wrappingOf(name),
    clock: { now: () => instant.of(now) },
    offset: () => null,
    random: randomly,
  });
  for (const each of entries) granted.meet('entry' in each ? each.entry : each);
  return granted;
}
