import type { QuarantineInSight } from '../../../electron/exchange/quarantineFile';
import { letInLater } from '../../../electron/relay/letInLater';
import { markedLater } from '../../../electron/relay/markedLater';
import { guestsOf, judgeAmong } from '../../../electron/relay/welcome';
import { grantsOf } from '../../../shared/centre/grants';
import { rightsOf } from '../../../shared/centre/rights';
import { apply } from '../../../shared/exam/apply';
import type { ReceivingPorts } from '../../../shared/exchange/receive';
import type { Journal } from '../../../shared/journal/journal';

/** What a machine of a simulated centre is put together from. A planted bug is another way to make one of these. */
export interface CentreParts {
  readonly grantsOf: typeof grantsOf;
  readonly rightsOf: typeof rightsOf;
  readonly judgeAmong: typeof judgeAmong;
  readonly guestsOf: typeof guestsOf;
  readonly letInLater: (ports: ReceivingPorts & { readonly quarantine: QuarantineInSight }) => () => Promise<void>;
  readonly markedLater: typeof markedLater;
  readonly apply: typeof apply;
  /** The journal, as those who ask this machine see it. */
  readonly served: (journal: Journal) => Journal;
}

export const soundParts: CentreParts = {
  ...{ grantsOf, rightsOf, judgeAmong, guestsOf, letInLater, markedLater, apply },
  served: (journal) => journal,
};
