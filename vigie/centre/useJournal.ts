import { useEffect, useState } from 'react';
import type { CentreCode } from '../../shared/exchange/names';
import { onceMore } from '../../shared/kernel/onceMore';
import type { WatchedCentre } from '../../shared/watch/live';
import type { Refusal } from '../server/ask';
import { broughtLevel, type CentreJournal, emptyJournal } from './journal';

export type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  | { readonly kind: 'open'; readonly journal: CentreJournal };

/** Keeps one centre's journal level with headquarters: one question at a time, and one more when news came meanwhile. */
function keptLevel(centre: CentreCode, show: (opened: Opened) => void) {
  let held = emptyJournal;
  return onceMore(async () => {
    const answered = await broughtLevel(centre, held);
    if (answered.ok) {
      held = answered.value;
      show({ kind: 'open', journal: held });
    } else if (held === emptyJournal) show({ kind: 'failed', refusal: answered.error });
  });
}

/**
 * A centre's journal, brought level whenever headquarters tells something new of the centre. `centre` never changes for
 * one screen: another centre is another screen.
 */
export function useJournal(centre: CentreCode, told: WatchedCentre | null): Opened {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  const [level] = useState(() => keptLevel(centre, setOpened));
  useEffect(() => {
    // `told` is not read: that it is another one is the news
    void told;
    void level();
  }, [level, told]);
  return opened;
}
