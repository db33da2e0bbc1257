import type { EntryId, StreamId } from '../kernel/ids';
import { type BeginsAgain, nobodyBeginsAgain, pointOf } from './branches';
import { type DeviceId, deviceOf, type KnownStream } from './launch';

/**
 * The devices that wrote twice from one point: two entries for one place, two streams that continue the same entry or
 * begin the same channel, or one that continues an entry after which its own stream has gone on (`branchedFrom`). A disk
 * was cloned, or an old copy of it was put back. Both histories are kept; people are told.
 */
export function clonedDevices(
  streams: ReadonlyMap<StreamId, KnownStream>,
  forks: readonly { readonly entry: { readonly stream: StreamId } }[],
  branchedFrom: ReadonlySet<EntryId>,
  beginsAgain: BeginsAgain = nobodyBeginsAgain,
): readonly DeviceId[] {
  const cloned = new Set(forks.map(({ entry }) => deviceOf(entry.stream)));
  const continued = new Set<string>();
  for (const [stream, { continues }] of streams) {
    if (continues === null && beginsAgain(deviceOf(stream))) continue;
    const point = pointOf(stream, continues);
    if (continued.has(point) || (continues !== null && branchedFrom.has(continues))) cloned.add(deviceOf(stream));
    continued.add(point);
  }
  return [...cloned];
}
