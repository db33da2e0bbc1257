import type { Clock, Random } from '../../shared/kernel/ports';
import { tellAll } from '../bridge/tellAll';
import type { KnownCentre } from '../copies/openCopies';
import type { OpenExchange } from '../exchange/openExchange';
import { zip } from '../exchange/zip';
import type { OpenJournal } from '../journal/openJournal';
import { Carrying } from './carrying';

/** What a key carries, over the open journal and beside its exchange: what comes by the one is as if it came by the other. */
export function startCarrying(ports: {
  readonly journal: OpenJournal;
  readonly exchange: OpenExchange;
  readonly known: KnownCentre;
  readonly version: string;
  readonly clock: Clock;
  readonly random: Random;
}): Carrying {
  const { journal, exchange, known, version, clock, random } = ports;
  return new Carrying({
    ...{ journal, version, clock, random, zip },
    machines: () => journal.machines(),
    centre: () => known.centre,
    recoveryKeys: () => known.recoveryKeys,
    receipts: () => exchange.receipts,
    believe: (receipts) => exchange.believe(receipts),
    judge: (entry) => exchange.judge(entry),
    quarantine: exchange.quarantine,
    came: (entries) => tellAll('entriesCame', { entries }),
    offset: () => exchange.ahead,
  });
}
