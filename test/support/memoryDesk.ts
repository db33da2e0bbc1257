import type { JournalAsks } from '../../renderer/journal/journalClient';
import type { Stretch } from '../../renderer/journal/stretches';
import type { FileSide } from '../../renderer/journal/windowJournal';
import type { Delivery } from '../../shared/bridge/delivery';
import { admit } from '../../shared/journal/admit';
import { packCased, unpackCased } from '../../shared/journal/cased';
import { packDelivered } from '../../shared/journal/delivered';
import type { Journal } from '../../shared/journal/journal';
import { memoryJournal } from '../../shared/journal/memoryJournal';
import type { VerifiedEntry } from '../../shared/journal/verify';
import type { EntryId } from '../../shared/kernel/ids';
import { err, ok, unwrap } from '../../shared/kernel/result';
import type { StorageFault } from '../../shared/kernel/storage';
import { aCasing, verifiedIn } from './casings';
import { delivered } from './delivered';
import { ed25519, Writer } from './devices';

const packed = (entries: readonly VerifiedEntry[]) => packDelivered(entries.map(({ sealed }) => sealed));
const casing = aCasing();
const cased = (entries: readonly VerifiedEntry[]) =>
  packCased(entries.map(({ entry, sealed }) => ({ entry, casing: casing.encase(sealed) })));

async function entriesIn(box: Journal, stretches: readonly Stretch[]): Promise<readonly VerifiedEntry[]> {
  const read = await Promise.all(stretches.map(({ stream, seq, limit }) => box.after(stream, seq, limit)));
  return read.flat();
}

/** Main's side of the bridge over a journal in memory; its scribe is one made-up device. */
export function fileSide(
  box: Journal,
  scribe = new Writer('desk'),
  deliver: (delivery: Delivery) => void = () => undefined,
) {
  let fault: StorageFault | null = null;
  let opening = casing;
  const side: FileSide = {
    frontier: async () => [...(await box.frontier())].map(([stream, { seq, id }]) => ({ stream, seq, id })),
    entriesIn: async ({ stretches }) => packed(await entriesIn(box, stretches)),
    forkedEntries: async () => packed(await box.forks()),
    casedIn: async ({ stretches }) => cased(await entriesIn(box, stretches)),
    casedForks: async () => cased(await box.forks()),
    async adopt({ cased }) {
      const opened = unpackCased(cased).map((each) => opening.open(each.casing));
      const sealed = opened.filter((each) => typeof each !== 'string');
      const unreadable = opened.length - sealed.length;
      const { verified, refused } = await admit(ed25519, box, sealed);
      if (fault) return err(fault);
      const appended = await box.append(verified);
      if (!appended.ok) throw new Error('what was admitted fits');
      const { added, forked, known } = appended.value;
      return ok({ adopted: added.length + forked.length, known, refused: refused.length, unreadable });
    },
    async inscribe({ drafts, delivery }) {
      const entries = drafts.map((draft) => scribe.next('', draft));
      if (delivery !== null) deliver({ number: delivery, cased: cased(entries) });
      if (fault) return ok({ entries: packed(entries), kept: err(fault) });
      const { forked } = unwrap(await box.append(entries));
      return ok({ entries: packed(entries), kept: ok({ beside: forked.map(({ entry }) => entry.id) }) });
    },
  };
  return {
    side,
    forgetKey: () => {
      opening = aCasing('another');
    },
    failWith: (next: StorageFault | null) => {
      fault = next;
    },
  };
}

/** The journal worker over a journal in memory, which can be made to fail, to be damaged or to lose everything. */
export function baseSide(first: Journal = memoryJournal()) {
  let journal = first;
  let fault: StorageFault | null = null;
  let stubborn: StorageFault | null = null;
  let sound = true;
  const asks: JournalAsks = {
    async census() {
      if (fault) return err(fault);
      const heads = [...(await journal.frontier())].map(([stream, { seq, id }]) => ({ stream, seq, id }));
      return ok({ heads, entries: heads.reduce((sum, { seq }) => sum + seq, 0), sound });
    },
    after: async ({ stream, seq, limit }) => (fault ? err(fault) : ok(cased(await journal.after(stream, seq, limit)))),
    forks: async () => (fault ? err(fault) : ok(cased(await journal.forks()))),
    async append({ cased }) {
      if (fault) return err(fault);
      const appended = await journal.append(unpackCased(cased).map((each) => verifiedIn(each, casing)));
      if (!appended.ok) return appended;
      const { added, known, forked } = appended.value;
      return ok({ added: added.length, known, forked: forked.length });
    },
    async retract({ claims }) {
      const refusal = fault ?? stubborn;
      if (refusal) return err(refusal);
      const gone = new Set<EntryId>(claims.map(({ id }) => id));
      const left = memoryJournal();
      for (const [stream, { seq }] of await journal.frontier())
        await left.append((await journal.after(stream, 0, seq)).filter(({ entry }) => !gone.has(entry.id)));
      await left.append((await journal.forks()).filter(({ entry }) => !gone.has(entry.id)));
      journal = left;
      return ok(undefined);
    },
    async clear() {
      if (fault) return err(fault);
      journal = memoryJournal();
      sound = true;
      return ok(undefined);
    },
  };
  return {
    ...delivered(asks),
    held: () => journal,
    failWith: (next: StorageFault | null) => {
      fault = next;
    },
    refuseRetracting: (next: StorageFault) => {
      stubborn = next;
    },
    damage: () => {
      sound = false;
    },
  };
}
