import { idOf, type SealedEntry } from '../../shared/journal/entry';
import type { Head } from '../../shared/journal/frontier';
import { NEVER, tick } from '../../shared/journal/hybridClock';
import { deviceOfKey, launchId, streamOf } from '../../shared/journal/launch';
import { seal } from '../../shared/journal/seal';
import { personId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import type { Signer } from '../../shared/kernel/ports';
import { unwrap } from '../../shared/kernel/result';
import type { Draft } from '../../shared/kernel/statement';
import { unlimited } from '../support/unlimited';

const later = {
  kind: { kind: 'weather.noted', version: 1, about: { place: 'courtyard' }, data: { rain: true } },
  version: { kind: 'rooms.published', version: 2, about: { building: 'B' }, data: { rooms: 'all of them' } },
} as const;

/** A device with a later version of the program, whose entries this one keeps without understanding them. */
export class NewerDevice {
  private readonly stream;
  private readonly written: SealedEntry[] = [];
  private head: Head | null = null;
  private logical = NEVER;

  constructor(
    private readonly signer: Signer,
    private readonly now: () => number,
  ) {
    this.stream = streamOf(deviceOfKey(signer.publicKey), launchId.of('AAAAAAAAAAA'), 'session');
  }

  /** All it ever wrote, and one entry more. */
  writes(newer: 'kind' | 'version'): readonly SealedEntry[] {
    const draft: Draft = { channel: 'session', supersedes: [], ...later[newer] };
    const place = { stream: this.stream, seq: (this.head?.seq ?? 0) + 1, prev: this.head?.id ?? null };
    const wall = instant.of(this.now());
    this.logical = tick(this.logical, wall);
    const [milliseconds, counter] = this.logical;
    const logical: [number, number] = [milliseconds, counter];
    const at = { wall, logical, zone: 'Europe/Paris', offset: null };
    const by = { person: personId.of('elsewhere'), role: 'setup', unlocked: 'pin' } as const;
    const sealed = unwrap(seal(draft, by, place, at, this.signer, unlimited));
    this.head = { seq: place.seq, id: idOf(sealed.bytes) };
    this.written.push(sealed);
    return [...this.written];
  }
}
