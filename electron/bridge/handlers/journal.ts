import type { BridgeInput, BridgeOutput } from '../../../shared/bridge/bridge';
import type { journalMethods } from '../../../shared/bridge/journal';
import { admit } from '../../../shared/journal/admit';
import { packCased, unpackCased } from '../../../shared/journal/cased';
import { packSealed } from '../../../shared/journal/packed';
import type { Random } from '../../../shared/kernel/ports';
import { err, ok, type Result } from '../../../shared/kernel/result';
import type { StorageFault } from '../../../shared/kernel/storage';
import { hashPin } from '../../access/pin';
import type { DiskGuard } from '../../disk/diskGuard';
import { delivered } from '../../journal/delivered';
import type { OpenJournal } from '../../journal/openJournal';
import { Tickets } from './tickets';

type KeptOrNot = Result<void, StorageFault>;
/** These answer whoever asks alike. */
type JournalHandlers = {
  readonly [M in keyof typeof journalMethods]: (input: BridgeInput<M>) => Promise<BridgeOutput<M>>;
};

type Served = Pick<OpenJournal, 'box' | 'casing' | 'check' | 'scribe' | 'granted' | 'lock' | 'report'>;

/** Answers for the journal, as soon as it is open: windows may ask before. What `disk` does not take is refused. */
export function journalHandlers(
  opening: Promise<Served>,
  random: Random,
  disk: Pick<DiskGuard, 'takes'>,
): JournalHandlers {
  const tickets = new Tickets<KeptOrNot>();
  return {
    frontier: async () => {
      const { box } = await opening;
      return [...(await box.frontier())].map(([stream, { seq, id }]) => ({ stream, seq, id }));
    },
    entriesAfter: async ({ stream, seq, limit }) => {
      const { box, granted } = await opening;
      return packSealed(delivered(granted, stream, await box.sealedAfter(stream, seq, limit)));
    },
    forkedEntries: async () => {
      const { box, granted } = await opening;
      const forks = await box.forks();
      return packSealed(forks.flatMap(({ entry, sealed }) => delivered(granted, entry.stream, [sealed])));
    },
    casedAfter: async ({ stream, seq, limit }) => packCased(await (await opening).box.casedAfter(stream, seq, limit)),
    casedForks: async () => packCased(await (await opening).box.casedForks()),
    inscribe: async ({ drafts }) => {
      const { box, scribe, casing, granted } = await opening;
      const readOnly = await box.refusal();
      if (readOnly) return err(readOnly);
      if (!(await disk.takes())) return err({ kind: 'disk-short' });
      const inscribed = await scribe.inscribe(drafts);
      if (!inscribed.ok) return inscribed;
      const { entries, kept } = inscribed.value;
      const cased = entries.map(({ entry, sealed }) => ({ entry, casing: casing.encase(sealed) }));
      const sealed = entries.flatMap((each) => delivered(granted, each.entry.stream, [each.sealed]));
      return ok({ entries: packSealed(sealed), cased: packCased(cased), ticket: tickets.issue(kept) });
    },
    kept: ({ ticket }) => tickets.redeem(ticket),
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
