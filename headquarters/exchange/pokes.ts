import { z } from 'zod';
import type { Guest } from '../../shared/exchange/answers';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import { type DeviceId, deviceId } from '../../shared/journal/launch';
import type { VerifiedEntry } from '../../shared/journal/verify';
import { channelNameOf } from '../../shared/kernel/statement';
import type { Database } from '../database/database';

const notified = 'cachet_entries';
const news = z.object({ centre: centreCode.schema, by: deviceId.schema, channels: z.array(z.string()) });

/** Somebody who wants to know when there is news for them. */
interface Listener {
  readonly centre: CentreCode;
  readonly guest: Pick<Guest, 'device' | 'reads'>;
  readonly poke: () => void;
}

export interface Pokes {
  /** Tells all nodes that a centre got entries. A hint: who misses it asks anew some day. */
  tell(centre: CentreCode, by: DeviceId, entries: readonly VerifiedEntry[]): Promise<void>;
  /** Pokes whenever the centre got what this guest may read and did not bring. Returns what stops it. */
  listen(listener: Listener): () => void;
  /** Tells of every centre that got entries, and null when some may have been missed. Returns what stops it. */
  watch(heard: (centre: CentreCode | null) => void): () => void;
  /** The centres of those who listen on this node. */
  listening(): Iterable<CentreCode>;
  readonly listeners: number;
  close(): Promise<void>;
}

/** Carries news between nodes, by the database's own notifications, and to those who listen on this one. */
export async function openPokes(database: Database): Promise<Pokes> {
  const listeners = new Set<Listener>();
  const watchers = new Set<(centre: CentreCode | null) => void>();

  function heard(payload: string): void {
    if (payload === '') {
      // some may have been missed
      for (const { poke } of listeners) poke();
      for (const heard of watchers) heard(null);
      return;
    }
    const { centre, by, channels } = news.parse(JSON.parse(payload));
    for (const heard of watchers) heard(centre);
    for (const listener of listeners) {
      const { device, reads } = listener.guest;
      const concerned = listener.centre === centre && device !== by && channels.some((each) => reads.includes(each));
      if (concerned) listener.poke();
    }
  }

  const stop = await database.listen(notified, heard);
  return {
    async tell(centre, by, entries) {
      const channels = [...new Set(entries.map(({ entry }) => channelNameOf(entry.stream)))];
      await database.run('select pg_notify($1, $2)', [notified, JSON.stringify({ centre, by, channels })]);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(heard) {
      watchers.add(heard);
      return () => watchers.delete(heard);
    },
    listening: () => new Set([...listeners].map(({ centre }) => centre)),
    get listeners() {
      return listeners.size;
    },
    close: stop,
  };
}
