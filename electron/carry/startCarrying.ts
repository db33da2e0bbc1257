import { checksAhead } from '../../node/checkedAhead';
import { zip } from '../../node/zip';
import type { Clock, Random } from '../../shared/kernel/ports';
import { tellAll } from '../bridge/tellAll';
import type { KnownCentre } from '../copies/openCopies';
import type { Exchanges } from '../exchange/startExchange';
import type { OpenJournal } from '../journal/openJournal';
import { judgeAmong } from '../relay/welcome';
import { Carrying } from './carrying';

/** What a key carries, over the open journal and beside its exchanges: what comes by the one is as if it came by the other. */
export function startCarrying(ports: {
  readonly journal: OpenJournal;
  readonly exchanges: Exchanges;
  readonly known: KnownCentre;
  readonly version: string;
  readonly clock: Clock;
  readonly random: Random;
}): Carrying {
  const { journal, exchanges, known, version, clock, random } = ports;
  const { headquarters, network, quarantine } = exchanges;
  return new Carrying({
    ...{ journal, version, clock, random, zip, quarantine },
    machines: () => journal.machines(),
    isOurs: (device) => journal.centre.membershipOf(device) !== null,
    centre: () => known.centre,
    recoveryKeys: () => known.recoveryKeys,
    receipts: () => headquarters.receipts,
    believe: (receipts) => headquarters.believe(receipts),
    judge: judgeAmong(journal.centre, () => []),
    ahead: checksAhead(journal.check),
    came: (entries) => tellAll('entriesCame', { entries }),
    offset: () => network.centre.ahead,
  });
}
