import { zip } from '../../node/zip';
import type { AttemptEnd } from '../../shared/exchange/examined';
import { PATHS, PROTOCOL_HEADER } from '../../shared/exchange/http';
import type { Alarm } from '../../shared/exchange/listening';
import { serverId } from '../../shared/exchange/names';
import { keyOf } from '../../shared/exchange/signature';
import type { DeviceId } from '../../shared/journal/launch';
import type { SignatureCheck } from '../../shared/kernel/ports';
import { postToRelay, relayAgent } from './wayToRelay';

/** Milliseconds for an address to answer. */
const within = 3_000;

/** Knocks once at an address where a machine should be; nothing is told to whoever does not show its key. */
export async function attempted(
  device: DeviceId,
  address: string,
  { check, alarm }: { readonly check: SignatureCheck; readonly alarm: Alarm },
): Promise<AttemptEnd> {
  const url = URL.parse(`https://${address}${PATHS.hello}`);
  if (!url) return { kind: 'unreachable', how: 'dns' };
  const agent = relayAgent();
  // not a word of the exchange: whatever the machine answers, it is there
  const body = await zip.gzip(new Uint8Array());
  const ended = await new Promise<AttemptEnd>((resolve) => {
    let silence = () => {};
    const end = postToRelay({ key: keyOf(serverId.of(device)), check, agent, alarm }, url, body, {
      head({ headers }) {
        resolve(headers[PROTOCOL_HEADER] === null ? { kind: 'unreachable', how: 'reset' } : { kind: 'answered' });
      },
      piece: () => undefined,
      over(why) {
        silence();
        if (why) resolve(why);
      },
    });
    silence = alarm.set(within, () => end({ kind: 'unreachable', how: 'timeout' }));
  });
  agent.destroy();
  return ended;
}
