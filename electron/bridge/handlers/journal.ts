import type { BridgeInput, BridgeOutput } from '../../../shared/bridge/bridge';
import type { journalMethods } from '../../../shared/bridge/journal';
import { admit } from '../../../shared/journal/admit';
import { packSealed, unpackSealed } from '../../../shared/journal/packed';
import type { Random } from '../../../shared/kernel/ports';
import { ok } from '../../../shared/kernel/result';
import { hashPin } from '../../access/pin';
import type { OpenJournal } from '../../journal/openJournal';

/** These answer whoever asks alike. */
type JournalHandlers = {
  readonly [M in keyof typeof journalMethods]: (input: BridgeInput<M>) => Promise<BridgeOutput<M>>;
};

/** Answers for the journal, as soon as it is open: windows may ask before. */
export function journalHandlers(opening: Promise<OpenJournal>, random: Random): JournalHandlers {
  return {
    frontier: async () => {
      const { box } = await opening;
      return [...(await box.frontier())].map(([stream, { seq, id }]) => ({ stream, seq, id }));
    },
    entriesAfter: async ({ stream, seq, limit }) =>
      packSealed(await (await opening).box.sealedAfter(stream, seq, limit)),
    forkedEntries: async () => packSealed((await (await opening).box.forks()).map(({ sealed }) => sealed)),
    inscribe: async ({ drafts }) => {
      const written = await (await opening).scribe.inscribe(drafts);
      return written.ok ? ok(packSealed(written.value)) : written;
    },
    adopt: async ({ entries }) => {
      const { box, check } = await opening;
      const { verified, refused } = await admit(check, box, unpackSealed(entries));
      const appended = await box.append(verified);
      if (appended.ok) {
        const { added, forked, known } = appended.value;
        return ok({ adopted: added.length + forked.length, known, refused: refused.length });
      }
      if (appended.error.kind === 'gap') throw new Error('what was admitted fits the journal');
      return { ok: false, error: appended.error };
    },
    openingReport: async () => (await opening).report,
    unlock: async ({ person, role, pin }) => (await opening).lock.unlock(person, role, pin),
    lock: async () => (await opening).lock.lock(),
    hashPin: ({ pin }) => hashPin(pin, random),
    whoIsUnlocked: async () => (await opening).lock.actor(),
  };
}
