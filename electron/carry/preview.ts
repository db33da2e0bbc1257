import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import type { CarriedFile, CarriedPreview } from '../../shared/bridge/carry';
import { decode } from '../../shared/journal/entry';
import type { DeviceId } from '../../shared/journal/launch';
import { type EntryId, type RoomId, roomId } from '../../shared/kernel/ids';
import { instant } from '../../shared/kernel/instant';
import type { OpenJournal } from '../journal/openJournal';
import type { FilesRead, GoodFile } from './filesOnKey';

export interface Beholder {
  readonly journal: Pick<OpenJournal, 'box' | 'device'>;
  /** Milliseconds by which the centre's clock is ahead of this machine's; null while it is not known. */
  readonly offset: number | null;
  /** What people call the centre's machines. */
  readonly names: ReadonlyMap<DeviceId, string | null>;
  /** Other centres whose folders lie on the key. */
  readonly others: readonly string[];
}

const inRoom = z.object({ room: roomId.schema });

/** What was read from a key, against what is here. */
export async function previewOf(read: FilesRead, beholder: Beholder): Promise<Omit<CarriedPreview, 'receipts'>> {
  const { box } = beholder.journal;
  const beside = new Set((await box.forks()).map(({ entry }) => entry.id));
  const fresh = new Set<EntryId>();
  const files: CarriedFile[] = [];
  for (const each of read.good) {
    files.push(await fileOf(each, beholder, beside, fresh));
    await turn();
  }
  files.sort((a, b) => b.writtenAt - a.writtenAt);
  return { files, refused: [...read.refused], others: [...beholder.others], fresh: fresh.size };
}

async function fileOf(
  { header, channels }: GoodFile,
  { journal, offset, names }: Beholder,
  beside: ReadonlySet<EntryId>,
  all: Set<EntryId>,
): Promise<CarriedFile> {
  const { device } = header;
  const rooms = new Set<RoomId>();
  const counts: { channel: string; fresh: number }[] = [];
  let known = 0;
  for (const { channel, entries } of channels) {
    let fresh = 0;
    for (const sealed of entries) {
      const entry = decode(sealed.bytes);
      if (!entry) continue; // it will be kept aside, in sight
      if (journal.box.idAt(entry.stream, entry.seq) === entry.id || beside.has(entry.id)) {
        known += 1;
        continue;
      }
      fresh += 1;
      all.add(entry.id);
      const about = inRoom.safeParse(entry.about);
      if (about.success) rooms.add(about.data.room);
    }
    if (fresh > 0) counts.push({ channel, fresh });
    await turn();
  }
  return {
    writer: { device, name: names.get(device) ?? null },
    ours: device === journal.device,
    writtenAt: instant.of(header.writtenAt + (header.offset ?? 0) - (offset ?? 0)),
    fresh: counts.reduce((sum, each) => sum + each.fresh, 0),
    known,
    channels: counts,
    rooms: [...rooms].sort(),
  };
}
