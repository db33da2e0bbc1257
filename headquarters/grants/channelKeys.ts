import { z } from 'zod';
import { close, reopen } from '../../node/closed';
import { nameOfKey } from '../../node/keyName';
import type { CentreCode } from '../../shared/exchange/names';
import type { Random } from '../../shared/kernel/ports';
import type { Channel } from '../../shared/kernel/statement';
import type { Queries } from '../database/database';
import type { ServerKey } from '../identity/serverKey';

const row = z.object({ id: z.string(), closed: z.instanceof(Uint8Array) });
const keyBytes = 32;

/** The keys of centres' closed channels. They lie closed under the server's key, and leave it sealed to a device only. */
export function channelKeys(queries: Queries, key: Pick<ServerKey, 'keyedHash'>, random: Random) {
  const atRest = () => key.keyedHash('at-rest', 'channel-keys');
  const contextOf = (centre: CentreCode, channel: Channel) => `cachet-channel-key-at-rest/1 ${centre} ${channel}`;

  async function add(centre: CentreCode, channel: Channel): Promise<Uint8Array> {
    const made = random.bytes(keyBytes);
    await queries.run('insert into channel_keys (centre, channel, id, closed) values ($1, $2, $3, $4)', [
      centre,
      channel,
      nameOfKey(made),
      close(made, atRest(), contextOf(centre, channel), random),
    ]);
    return made;
  }

  return {
    /** Every key of a channel, the newest last; the first is made when it is first asked for. */
    async all(centre: CentreCode, channel: Channel): Promise<readonly Uint8Array[]> {
      const rows = await queries.rows(
        row,
        'select id, closed from channel_keys where centre = $1 and channel = $2 order by number',
        [centre, channel],
      );
      if (rows.length === 0) return [await add(centre, channel)];
      return rows.map(({ closed }) => {
        const opened = reopen(closed, atRest(), contextOf(centre, channel));
        if (!opened) throw new Error('a channel key does not open under the server’s key');
        return opened;
      });
    },
    /** A new key: what is written from now on is not for whoever held the others only. */
    add,
  };
}
export type ChannelKeys = ReturnType<typeof channelKeys>;
