import type { EntryId, StreamId } from '../kernel/ids';
import { type DeviceId, deviceOf, type KnownStream } from './launch';

/**
 * The devices that wrote twice from one point: two entries for one place, or two streams that continue the same head.
 * A disk was cloned, or an old copy of it was put back. Both histories are kept; people are told.
 */
export function clonedDevices(
  streams: ReadonlyMap<StreamId, KnownStream>,
  forks: readonly { readonly entry: { readonly stream: StreamId } }[],
): readonly DeviceId[] {
  const cloned = new Set(forks.map(({ entry }) => deviceOf(entry.stream)));
  const continued = new Set<EntryId>();
  for (const [stream, { continues }] of streams) {
    if (continues === null) continue;
    if (continued.has(continues)) cloned.add(deviceOf(stream));
    continued.add(continues);
  }
  return [...cloned];
}
