import type { Membership } from '../../shared/centre/membership';
import type { StreamId } from '../../shared/kernel/ids';
import { type Channel, channelOf, isAddressed, isClosed } from '../../shared/kernel/statement';
import type { LevelBox } from '../exchange/levelWithServer';

const ofEveryMachine: readonly Channel[] = ['session', 'rooms'];

/**
 * Whether a machine may hold a stream: of the channels that it reads, and whatever it cannot read although it has it. A room's
 * machine that is a relay is brought no lists and no contacts; of one not known yet nothing but the exam day is told.
 */
export function mayHold(membership: Membership | null, stream: StreamId): boolean {
  const channel = channelOf(stream);
  if (channel === null || isClosed(channel) || isAddressed(channel)) return true;
  return (membership?.is === 'member' ? membership.reads : ofEveryMachine).includes(channel);
}

/** A black box as far as it is for one relay: the rest is not brought to it, and is not waited for. */
export function heldFor(box: LevelBox, isFor: (stream: StreamId) => boolean): LevelBox {
  const among = <V>(streams: ReadonlyMap<StreamId, V>) => new Map([...streams].filter(([stream]) => isFor(stream)));
  return {
    get forkCount() {
      return box.forkCount;
    },
    streams: () => among(box.streams()),
    frontier: async () => among(await box.frontier()),
    forks: async () => (await box.forks()).filter(({ entry }) => isFor(entry.stream)),
    idAt: (stream, seq) => box.idAt(stream, seq),
    after: (stream, seq, limit) => box.after(stream, seq, limit),
    append: (entries) => box.append(entries),
    watch: (watcher) => box.watch(watcher),
  };
}
