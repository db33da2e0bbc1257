import type { ServerResponse } from 'node:http';
import type { Guest } from '../../shared/exchange/answers';
import { POKES_TYPE } from '../../shared/exchange/http';
import { POKE_PULSE } from '../../shared/exchange/limits';
import type { Alarm } from '../../shared/exchange/listening';
import type { DeviceId } from '../../shared/journal/launch';
import type { VerifiedEntry } from '../../shared/journal/verify';
import { toBase64url } from '../../shared/kernel/bytes';
import { channelNameOf } from '../../shared/kernel/statement';
import type { Arrivals } from '../exchange/arrivals';
import { seldom } from '../exchange/seldom';
import { envelope } from './relayServer';

interface Listener {
  readonly reads: readonly string[];
  readonly journal: Arrivals | null;
  readonly poke: () => void;
  readonly end: () => void;
}

const between = 250;
/** Bytes that wait for a machine that has gone without a word. */
const unheard = 16_384;

/** The open streams of pokes of a relay, one for each machine: a new one ends the one before. */
export function listeners(alarm: Alarm) {
  const open = new Map<DeviceId, Listener>();

  return {
    /** Keeps a connection until either side ends it. @param frame the welcome that proves who is speaking */
    begin({ device, reads }: Guest, journal: Arrivals | null, frame: Uint8Array, stream: ServerResponse): void {
      open.get(device)?.end();
      stream.writeHead(200, { ...envelope, 'content-type': POKES_TYPE });
      stream.write(`event: open\ndata: ${toBase64url(frame)}\n\n`);
      let over = false;
      let silence = () => {};
      const say = (words: string) => {
        // who does not listen is not spoken to for ever
        if (stream.writableLength > unheard) stream.destroy();
        else stream.write(words);
      };
      const pulse = () => {
        silence = alarm.set(POKE_PULSE, () => {
          say(': pulse\n\n');
          pulse();
        });
      };
      pulse();
      const poke = seldom(alarm, between, () => {
        if (!over) say('event: poke\ndata: -\n\n');
      });
      const end = () => {
        if (over) return;
        over = true;
        silence();
        if (open.get(device)?.end === end) open.delete(device);
        stream.end();
      };
      open.set(device, { reads, journal, poke, end });
      stream.on('close', end);
      stream.on('error', end);
    },
    /** Pokes those who may read some of these entries and are not bringing them themselves. */
    came(entries: readonly VerifiedEntry[]): void {
      for (const { reads, journal, poke } of open.values()) {
        const news = entries.some(
          ({ entry }) => reads.includes(channelNameOf(entry.stream)) && !journal?.arriving(entry.id),
        );
        if (news) poke();
      }
    },
    pokeAll(): void {
      for (const { poke } of open.values()) poke();
    },
    /** The machines that listen now. */
    devices: (): readonly DeviceId[] => [...open.keys()],
    end(device: DeviceId): void {
      open.get(device)?.end();
    },
    endAll(): void {
      for (const { end } of [...open.values()]) end();
    },
  };
}
