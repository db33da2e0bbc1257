import { type ReceivingPorts, receive } from '../../shared/exchange/receive';
import type { QuarantineInSight } from '../exchange/quarantineFile';

/**
 * What was set aside because nobody knew its writer yet, taken in once somebody does: entries come in any order, and a
 * machine's may come before the word that lets it in. What is taken in is in quarantine no more.
 */
export function letInLater(ports: ReceivingPorts & { readonly quarantine: QuarantineInSight }) {
  const { quarantine, judge } = ports;
  return async (): Promise<void> => {
    const waiting = quarantine.aside().filter(({ entry }) => entry !== null && judge(entry) === null);
    if (waiting.length === 0) return;
    const received = await receive(
      ports,
      waiting.map(({ sealed }) => sealed),
    );
    if (!received.ok) return; // a disk that takes nothing: at the next word, or the next start
    const refused = new Set(received.value.quarantined.filter(({ held }) => held === 'aside').map(({ id }) => id));
    const holes = new Set(received.value.gaps.map(({ stream }) => stream));
    const taken = waiting.filter(({ why }) => !refused.has(why.id) && !(why.stream && holes.has(why.stream)));
    await quarantine.release(taken.map(({ why }) => why.id));
  };
}
