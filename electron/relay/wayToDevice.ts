import type { Alarm } from '../../shared/exchange/listening';
import type { ServerId } from '../../shared/exchange/names';
import { keyOf } from '../../shared/exchange/signature';
import type { SignatureCheck } from '../../shared/kernel/ports';
import { type WayToServer, wayTo } from '../exchange/wayTo';
import { postToRelay, relayAgent } from './wayToRelay';

export interface WayToDevice extends WayToServer {
  /** The address that answered last; null before one did. */
  readonly through: string | null;
}

/**
 * The way to a machine by its key, at whichever of its addresses answers: where one does not, the next is tried.
 * @param server null for whoever answers there
 */
export function wayToDevice(
  server: ServerId | null,
  addresses: () => readonly string[],
  check: SignatureCheck,
  alarm: Alarm,
): WayToDevice {
  const agent = relayAgent();
  const way = { key: server && keyOf(server), check, agent, alarm };
  let through: string | null = null;
  let turn = 0;
  let likeliest: string | null = null;

  const chosen = () => {
    const known = addresses();
    if (known[0] !== likeliest) turn = 0; // it was told of, or answered, since
    likeliest = known[0] ?? null;
    if (through !== null && known.includes(through)) return through;
    return known[turn % Math.max(1, known.length)] ?? null;
  };
  const inner = wayTo(
    'https://relay.invalid',
    (url, body, hearing) => {
      const address = chosen();
      const failed = (why: Parameters<typeof hearing.over>[0]) => {
        if (why && (address === through || through === null)) {
          through = null;
          turn++;
        }
        hearing.over(why);
      };
      const target = address === null ? null : URL.parse(`https://${address}${url.pathname}`);
      if (!target) {
        queueMicrotask(() => failed({ kind: 'unreachable', how: 'dns' })); // once the way knows what it asked
        return () => undefined;
      }
      return postToRelay(way, target, body, {
        ...hearing,
        head(head) {
          through = address;
          hearing.head(head);
        },
        over: failed,
      });
    },
    alarm,
  );
  return {
    ...inner,
    get through() {
      return through;
    },
    close() {
      inner.close();
      agent.destroy();
    },
  };
}
