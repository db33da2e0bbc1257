import type { Kept } from '../../shared/exchange/receive';
import type { Journal } from '../../shared/journal/journal';
import { deviceOf } from '../../shared/journal/launch';
import type { VerifiedEntry } from '../../shared/journal/verify';
import type { QuarantineInSight } from '../exchange/quarantineFile';
import type { OpenJournal } from '../journal/openJournal';

const atOnce = 500;

/**
 * Marks what a dismissed machine had written beyond the point at which it was dismissed, where that was taken in before
 * anybody here knew: it stays in its chain, in sight, and counts no longer.
 */
export function markedLater(
  {
    box,
    centre,
  }: { readonly box: Journal; readonly centre: Pick<OpenJournal['centre'], 'membershipOf' | 'beyondCutOff'> },
  quarantine: Pick<QuarantineInSight, 'keep'>,
) {
  const mark = async (entries: readonly VerifiedEntry[]): Promise<void> => {
    const late = entries.filter(({ entry }) => centre.beyondCutOff(entry));
    const kept = late.map(({ sealed, entry: { id, stream, seq } }): Kept => {
      return { sealed, why: { id, stream, seq, because: 'revoked', held: 'in-chain' } };
    });
    // a disk that takes nothing: at the next word, or the next start
    if (kept.length > 0) await quarantine.keep(kept);
  };
  const isDismissed = (device: ReturnType<typeof deviceOf>) => centre.membershipOf(device)?.is === 'dismissed';

  return async (): Promise<void> => {
    for (const [stream, { seq }] of await box.frontier()) {
      if (!isDismissed(deviceOf(stream))) continue;
      for (let at = 0; at < seq; at += atOnce) await mark(await box.after(stream, at, atOnce));
    }
    await mark((await box.forks()).filter(({ entry }) => isDismissed(deviceOf(entry.stream))));
  };
}
