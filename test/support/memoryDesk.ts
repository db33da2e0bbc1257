import { attestedByMain } from '../../renderer/journal/attestedByMain';
import type { JournalClient } from '../../renderer/journal/journalClient';
import type { FileSide } from '../../renderer/journal/windowJournal';
import { admit } from '../../shared/journal/admit';
import type { Journal } from '../../shared/journal/journal';
import { memoryJournal } from '../../shared/journal/memoryJournal';
import { packSealed, unpackSealed } from '../../shared/journal/packed';
import type { VerifiedEntry } from '../../shared/journal/verify';
import { err, ok } from '../../shared/kernel/result';
import type { StorageFault } from '../../shared/kernel/storage';
import { ed25519, Writer } from './devices';

const packed = (entries: readonly VerifiedEntry[]) => packSealed(entries.map(({ sealed }) => sealed));
const idsOf = (entries: readonly VerifiedEntry[]) => entries.map(({ entry }) => entry.id);

/** Main's side of the bridge over a journal in memory; its scribe is one made-up device. */
export function fileSide(box: Journal, scribe = new Writer('desk')) {
  let fault: StorageFault | null = null;
  const side: FileSide = {
    frontier: async () => [...(await box.frontier())].map(([stream, { seq, id }]) => ({ stream, seq, id })),
    entriesAfter: async ({ stream, seq, limit }) => packed(await box.after(stream, seq, limit)),
    forkedEntries: async () => packed(await box.forks()),
    async adopt({ entries }) {
      const { verified, refused } = await admit(ed25519, box, unpackSealed(entries));
      if (fault) return err(fault);
      const appended = await box.append(verified);
      if (!appended.ok) throw new Error('what was admitted fits');
      const { added, forked, known } = appended.value;
      return ok({ adopted: added.length + forked.length, known, refused: refused.length });
    },
    async inscribe({ drafts }) {
      if (fault) return err(fault);
      const entries = drafts.map((draft) => scribe.next('', draft));
      await box.append(entries);
      return ok(packed(entries));
    },
  };
  return {
    side,
    failWith: (next: StorageFault | null) => {
      fault = next;
    },
  };
}

/** The journal worker over a journal in memory, which can be made to fail, to be damaged or to lose everything. */
export function baseSide(first: Journal = memoryJournal()) {
  let journal = first;
  let fault: StorageFault | null = null;
  let sound = true;
  const client: JournalClient = {
    async census() {
      if (fault) return err(fault);
      const heads = [...(await journal.frontier())].map(([stream, { seq, id }]) => ({ stream, seq, id }));
      return ok({ heads, entries: heads.reduce((sum, { seq }) => sum + seq, 0), sound });
    },
    after: async ({ stream, seq, limit }) => (fault ? err(fault) : ok(packed(await journal.after(stream, seq, limit)))),
    forks: async () => (fault ? err(fault) : ok(packed(await journal.forks()))),
    async append({ entries }) {
      if (fault) return err(fault);
      const { verified, refused } = await admit(attestedByMain, journal, unpackSealed(entries));
      const appended = await journal.append(verified);
      if (!appended.ok) return appended;
      const { added, known, forked } = appended.value;
      return ok({ added: idsOf(added), known, forked: idsOf(forked), refused: refused.length });
    },
    async clear() {
      if (fault) return err(fault);
      journal = memoryJournal();
      sound = true;
      return ok(undefined);
    },
  };
  return {
    client,
    held: () => journal,
    failWith: (next: StorageFault | null) => {
      fault = next;
    },
    damage: () => {
      sound = false;
    },
  };
}
