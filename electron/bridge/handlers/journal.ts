import type { BridgeInput, BridgeOutput } from '../../../shared/bridge/bridge';
import type { Delivery } from '../../../shared/bridge/delivery';
import type { journalMethods } from '../../../shared/bridge/journal';
import { admit } from '../../../shared/journal/admit';
import { packCased, unpackCased } from '../../../shared/journal/cased';
import { packDelivered } from '../../../shared/journal/delivered';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import type { Random } from '../../../shared/kernel/ports';
import { err, ok } from '../../../shared/kernel/result';
import { hashPin } from '../../access/pin';
import type { DiskGuard } from '../../disk/diskGuard';
import { delivered } from '../../journal/delivered';
import type { OpenJournal } from '../../journal/openJournal';

type Ask = keyof typeof journalMethods;
/** These answer whoever asks alike; only what is inscribed is handed to the one who asked. */
type JournalHandlers<Asker> = {
  readonly [M in Exclude<Ask, 'inscribe'>]: (input: BridgeInput<M>) => Promise<BridgeOutput<M>>;
} & {
  inscribe(input: BridgeInput<'inscribe'>, asker: Asker): Promise<BridgeOutput<'inscribe'>>;
};

type Served = Pick<OpenJournal, 'box' | 'casing' | 'check' | 'scribe' | 'granted' | 'lock' | 'report'>;

/**
 * Answers for the journal, as soon as it is open: windows may ask before. What `disk` does not take is refused; what is
 * sealed is delivered to the window as it was when it asked.
 */
export function journalHandlers<Asker>(
  opening: Promise<Served>,
  random: Random,
  disk: Pick<DiskGuard, 'takes'>,
  wayTo: (asker: Asker) => (delivery: Delivery) => void,
): JournalHandlers<Asker> {
  return {
    frontier: async () => {
      const { box } = await opening;
      return [...(await box.frontier())].map(([stream, { seq, id }]) => ({ stream, seq, id }));
    },
    entriesIn: async ({ stretches }) => {
      const { box, granted } = await opening;
      const streams = stretches.map(({ stream }) => stream);
      return packDelivered(delivered(granted, streams, await box.stored.sealedIn(stretches)));
    },
    forkedEntries: async () => {
      const { box, granted } = await opening;
      const forks = await box.forks();
      return packDelivered(deliveredFrom(granted, forks));
    },
    casedIn: async ({ stretches }) => packCased(await (await opening).box.stored.casedIn(stretches)),
    casedForks: async () => packCased(await (await opening).box.stored.casedForks()),
    inscribe: async ({ drafts, delivery }, asker) => {
      const deliver = wayTo(asker);
      const { box, scribe, casing, granted } = await opening;
      const readOnly = await box.refusal();
      if (readOnly) return err(readOnly);
      if (!(await disk.takes())) return err({ kind: 'disk-short' });
      const inscribed = await scribe.inscribe(drafts);
      if (!inscribed.ok) return inscribed;
      const { entries, kept } = inscribed.value;
      if (delivery !== null) {
        const cased = entries.map(({ entry, sealed }) => ({ entry, casing: casing.encase(sealed) }));
        deliver({ number: delivery, cased: packCased(cased) });
      }
      const written = await kept;
      return ok({
        entries: packDelivered(deliveredFrom(granted, entries)),
        kept: written.ok ? ok({ beside: [...written.value] }) : written,
      });
    },
    adopt: async ({ cased }) => {
      const { box, casing, check } = await opening;
      const opened = unpackCased(cased).map((each) => casing.open(each.casing));
      const sealed = opened.filter((each) => typeof each !== 'string');
      const { verified, refused } = await admit(check, box, sealed);
      const appended = await box.append(verified);
      if (appended.ok) {
        const { added, forked, known } = appended.value;
        const adopted = added.length + forked.length;
        const unreadable = opened.filter((each) => each === 'no-key').length;
        const altered = opened.length - sealed.length - unreadable;
        return ok({ adopted, known, refused: refused.length + altered, unreadable });
      }
      if (appended.error.kind === 'gap') throw new Error('what was admitted fits the journal');
      return { ok: false, error: appended.error };
    },
    openingReport: async () => {
      const { report } = await opening;
      const unwritable = report.unwritable ?? ((await disk.takes()) ? null : 'full');
      return { ...report, unwritable };
    },
    unlock: async ({ person, role, pin }) => (await opening).lock.unlock(person, role, pin),
    lock: async () => (await opening).lock.lock(),
    hashPin: ({ pin }) => hashPin(pin, random),
    whoIsUnlocked: async () => (await opening).lock.actor(),
  };
}

function deliveredFrom(granted: Served['granted'], entries: readonly VerifiedEntry[]) {
  const streams = entries.map(({ entry }) => entry.stream);
  return delivered(
    granted,
    streams,
    entries.map(({ sealed }) => sealed),
  );
}
