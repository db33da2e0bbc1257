import type { Guest } from '../../shared/exchange/answers';
import type { CentreCode } from '../../shared/exchange/names';
import type { DeviceId } from '../../shared/journal/launch';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { Database } from '../database/database';
import { admittedThere } from '../devices/admitted';
import { companionsOf } from '../devices/devices';
import { judgeFor } from '../devices/judge';
import type { CentreJournals } from '../journal/centreJournals';
import { postgresQuarantine } from './quarantine';

/**
 * Lets enrolled devices in, into their own centre only.
 * @param own headquarters' own key
 */
export function guests(database: Database, journals: CentreJournals, own: DeviceId) {
  return async (device: DeviceId, centre: CentreCode): Promise<Result<Guest, 'unknown-device' | 'wrong-centre'>> => {
    const companions = await companionsOf(database, device);
    const found = companions.get(device);
    if (!found) return err('unknown-device');
    if (found.centre !== centre) return err('wrong-centre');
    const journal = journals.of(centre);
    const admitted = admittedThere(journal, companions, own);
    return ok({
      device,
      standing: found.revoked ? 'revoked' : 'granted',
      reads: found.channels,
      journal,
      quarantine: postgresQuarantine(database, centre),
      judge: judgeFor(companions, own, admitted),
      meet: admitted.meet,
    });
  };
}
