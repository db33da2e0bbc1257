import { type DeviceId, deviceOf } from '../../shared/journal/launch';
import type { EntryId, PersonId, RoomId } from '../../shared/kernel/ids';
import { roomId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import type { Statement } from '../../shared/kernel/statement';
import type { EntryPlace } from '../headquarters/reach';

/** Who last wrote on a machine, when by its clock, how wrong that clock was known to be, and of which room. */
export interface LastWriter {
  readonly person: PersonId;
  readonly at: Instant;
  /** Milliseconds by which the centre's time was ahead of the machine's clock; null where it was not known. */
  readonly offset: number | null;
  /** The room of which an invigilator last wrote there; null where none did. */
  readonly room: RoomId | null;
}

/** Finds who last wrote on each machine; each statement is looked at once. */
export class LastWriters {
  private seen = 0;
  private first: EntryId | null = null;
  private found = new Map<DeviceId, LastWriter>();

  /** Takes in what came since; a list that is another one is begun anew. */
  meet(
    statements: readonly Statement[],
    placeOf: (id: EntryId) => EntryPlace | null,
  ): ReadonlyMap<DeviceId, LastWriter> {
    const first = statements[0]?.id ?? null;
    if (first !== this.first || statements.length < this.seen) {
      this.seen = 0;
      this.found = new Map();
      this.first = first;
    }
    const found = new Map(this.found);
    for (const { id, at, by, about } of statements.slice(this.seen)) {
      const place = placeOf(id);
      if (!place || by.role === 'headquarters') continue;
      const device = deviceOf(place.stream);
      const known = found.get(device);
      const room = (staysInRoom(by.role) ? roomIn(about) : null) ?? known?.room ?? null;
      if (known && known.at > at.wall) {
        found.set(device, { ...known, room: known.room ?? room });
        continue;
      }
      found.set(device, { person: by.person, at: at.wall, offset: at.offset, room });
    }
    this.seen = statements.length;
    this.found = found;
    return found;
  }
}

/** Whoever directs the centre writes of any room, from wherever they are. */
function staysInRoom(role: string): boolean {
  return role === 'invigilator' || role === 'roomLeadInvigilator';
}

function roomIn(about: Statement['about']): RoomId | null {
  if (about === null || typeof about !== 'object' || Array.isArray(about) || !('room' in about)) return null;
  const parsed = roomId.schema.safeParse(about.room);
  return parsed.success ? parsed.data : null;
}
