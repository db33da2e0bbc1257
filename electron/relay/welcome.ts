import type { Guest } from '../../shared/exchange/answers';
import type { CentreCode } from '../../shared/exchange/names';
import type { Judge, Quarantine } from '../../shared/exchange/receive';
import { type DeviceId, deviceOf } from '../../shared/journal/launch';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { OpenJournal } from '../journal/openJournal';

type Journal = Pick<OpenJournal, 'box' | 'centre'>;

/** Lets the centre's machines in, and nobody else; who was dismissed may still bring what it wrote before. */
export function guestsOf({ box, centre }: Journal, quarantine: Quarantine, own: () => string | null) {
  const judge = judgeAmong(centre);
  return async (device: DeviceId, code: CentreCode): Promise<Result<Guest, 'unknown-device' | 'wrong-centre'>> => {
    const here = own();
    if (here !== code) return err('wrong-centre');
    const membership = centre.membershipOf(device);
    if (!membership) return err('unknown-device');
    const standing = membership.is === 'dismissed' ? 'revoked' : 'granted';
    const reads = membership.is === 'dismissed' ? [] : membership.reads;
    return ok({ device, standing, reads, journal: box, quarantine, judge });
  };
}

/**
 * What machines of a centre take from each other. A stranger's words, and what a dismissed machine wrote after, are kept
 * aside; what a machine of the centre had no right to write stays in its chain, marked, so that nothing after it is lost.
 */
export function judgeAmong(centre: OpenJournal['centre']): Judge {
  return (entry) => {
    const writer = deviceOf(entry.stream);
    if (centre.isHeadquarters(writer)) return null;
    const membership = centre.membershipOf(writer);
    if (!membership) return { because: 'not-enrolled', held: 'aside' };
    if (membership.is === 'dismissed' && centre.beyondCutOff(entry)) return { because: 'revoked', held: 'aside' };
    const rights = centre.rightsHere(entry);
    return rights.ok ? null : { because: rights.error.because, held: 'in-chain' };
  };
}
