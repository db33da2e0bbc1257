import type { KeyObject } from 'node:crypto';
import { openChannelKey } from '../../node/channelKeySeal';
import { close, reopen } from '../../node/closed';
import { openLetter, sealLetter } from '../../node/letterSeal';
import type { X25519Pair } from '../../node/x25519';
import { beyondCutOff } from '../../shared/centre/admissions';
import { concernsGrants, type Grants, grantDay, grantsOf, type Standing, standingOf } from '../../shared/centre/grants';
import { type Machine, machinesOf } from '../../shared/centre/machines';
import { type Membership, membershipOf } from '../../shared/centre/membership';
import {
  keysOf,
  type Quarantine,
  rightsOf,
  type WrappedKey,
  type Writing,
  whyNotWrite,
} from '../../shared/centre/rights';
import type { Entry } from '../../shared/journal/entry';
import { type DeviceId, deviceId } from '../../shared/journal/launch';
import type { ChannelKeyId, Day } from '../../shared/kernel/ids';
import type { NoGrant } from '../../shared/kernel/noGrant';
import type { ChannelCipher, Clock, NotOpened, Random } from '../../shared/kernel/ports';
import type { Result } from '../../shared/kernel/result';
import { type Channel, type ClosedContent, isClosed } from '../../shared/kernel/statement';

/** What a device was granted, for whoever writes and delivers entries on it. */
export interface Granted extends ChannelCipher {
  /** Why this device may not write something, or null when it may. */
  whyNot(writing: Writing): NoGrant | null;
}

export interface GrantedKeysPorts {
  readonly device: DeviceId;
  readonly wrapping: X25519Pair;
  readonly clock: Clock;
  /** Milliseconds by which the centre's clock is ahead of this machine's; null while it is not known. */
  readonly offset: () => number | null;
  readonly random: Random;
}

/**
 * What this device was granted, and the channel keys that came with it. They are found again at each start in the
 * entries of the journal, where they lie sealed to this device; opened, they are in this object's memory alone.
 */
export class GrantedKeys implements Granted {
  private readonly entries: Entry[] = [];
  private grants: Grants | null = null;
  /** With whom this machine is enrolled, once that is known. */
  private server: DeviceId | null = null;
  /** Whom it believes before any entry says who is who. */
  private pinned: readonly DeviceId[];
  private readonly opened = new Map<string, KeyObject | null>();

  constructor(private readonly ports: GrantedKeysPorts) {
    this.pinned = [ports.device];
  }

  /** Takes note of an entry, whatever it speaks of. */
  meet(entry: Entry): void {
    if (!concernsGrants(entry.kind)) return;
    this.entries.push(entry);
    this.grants = null;
  }

  /** Believes from now on whom a relay told of when this machine joined, before whoever says later to have begun the centre. */
  pin(roots: readonly DeviceId[]): void {
    this.pinned = [this.ports.device, ...roots];
    this.grants = null;
  }

  whyNot(writing: Writing): NoGrant | null {
    const { standing, today } = this.now();
    const why = whyNotWrite(standing, writing, today);
    if (why || !isClosed(writing.channel) || this.keyFor(writing.channel)) return why;
    return { because: 'no-key' };
  }

  /** Whether an entry was its writer's to write, as far as grants are known now; `server` too counts as headquarters. */
  rightsOf(entry: Entry, server: DeviceId): Result<void, Quarantine> {
    if (this.server !== server) this.grants = null;
    this.server = server;
    return this.rightsHere(entry);
  }

  /** As `rightsOf`, where no server is asked. */
  rightsHere(entry: Entry): Result<void, Quarantine> {
    const grants = this.known();
    const { server } = this;
    if (server === null) return rightsOf(entry, grants);
    return rightsOf(entry, { ...grants, signingKeys: new Set([...grants.signingKeys, server]) });
  }

  /** What a machine is to the centre as far as is known now; null for a stranger. */
  membershipOf(device: DeviceId): Membership | null {
    return membershipOf(this.known(), device);
  }

  /** Whether an entry lies beyond the point at which the head dismissed its machine. */
  beyondCutOff(entry: Entry): boolean {
    return beyondCutOff(this.known().admissions, entry);
  }

  /** Whether headquarters signs with this key. */
  isHeadquarters(device: DeviceId): boolean {
    return this.server === device || this.known().signingKeys.has(device);
  }

  /** The machines of the centre to which something can be sealed today, this one among them when it was granted anything. */
  machines(): readonly Machine[] {
    return machinesOf(this.known(), this.now().today);
  }

  /** Whether an entry was its device's to write, as far as grants are known now. */
  believes(entry: Entry): boolean {
    return rightsOf(entry, this.known()).ok;
  }

  /** Whom a machine that joins is told to believe: headquarters' keys, and the machines that began the centre. */
  roots(): readonly DeviceId[] {
    const { signingKeys, founders } = this.known();
    const server = this.server === null ? [] : [this.server];
    return [...new Set([...server, ...signingKeys, ...founders])].map((each) => deviceId.of(each));
  }

  keyFor(channel: Channel): ChannelKeyId | null {
    return [...this.held(channel).keys()].at(-1) ?? null;
  }

  close(channel: Channel, key: ChannelKeyId, secret: Uint8Array, context: string): Uint8Array {
    const held = this.held(channel).get(key);
    if (!held) throw new Error(`this device has no key ${key} of ${channel}`);
    return close(secret, held, context, this.ports.random);
  }

  open(channel: Channel, key: ChannelKeyId, box: Uint8Array, context: string): Uint8Array | NotOpened {
    const held = this.held(channel).get(key);
    return held ? (reopen(box, held, context) ?? 'altered') : 'no-key';
  }

  closeTo(to: string, secret: Uint8Array, context: (key: ChannelKeyId) => string): ClosedContent | null {
    return sealLetter(to, secret, context, this.ports.random);
  }

  openAddressed(key: ChannelKeyId, box: Uint8Array, context: string): Uint8Array | NotOpened {
    return openLetter(key, box, context, this.ports.wrapping);
  }

  /** The keys of a channel that this device may use now and can open, the newest last. */
  private held(channel: Channel): ReadonlyMap<ChannelKeyId, KeyObject> {
    const { standing, today } = this.now();
    const held = new Map<ChannelKeyId, KeyObject>();
    for (const wrapped of keysOf(standing, channel, today)) {
      const key = this.openedOnce(wrapped);
      if (key) held.set(wrapped.id, key);
    }
    return held;
  }

  private openedOnce(wrapped: WrappedKey): KeyObject | null {
    const known = this.opened.get(wrapped.closed);
    if (known !== undefined) return known;
    const key = openChannelKey(wrapped.channel, wrapped.id, wrapped, this.ports.wrapping);
    this.opened.set(wrapped.closed, key);
    return key;
  }

  private now(): { readonly standing: Standing; readonly today: Day } {
    const grants = this.known();
    const { device, clock, offset } = this.ports;
    return { standing: standingOf(grants, device), today: grantDay(grants, clock.now() + (offset() ?? 0)) };
  }

  private known(): Grants {
    this.grants ??= grantsOf(this.entries, this.server, this.pinned);
    return this.grants;
  }
}
