import './noCompiling';
import { deliveryPort } from '../../../renderer/journal/deliveryPort';
import { journalClient } from '../../../renderer/journal/journalClient';
import { level } from '../../../renderer/journal/level';
import { WindowJournal } from '../../../renderer/journal/windowJournal';
import { breath } from '../../../renderer/store/inSlices';
import { type CasedEntry, packCased, unpackCased } from '../../../shared/journal/cased';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import type { Draft } from '../../../shared/kernel/statement';
import { hex, unhex } from '../carried';

/** What tests do inside the desk's own page: the window's journal over the real bridge and the real worker. */
export function openJournalPage(workerAddress: string) {
  const client = journalClient(new Worker(workerAddress, { type: 'module' }));
  const connected = deliveryPort(window.cachet).then((port) => client.connect(port));
  const seen: VerifiedEntry[] = [];
  const journal = new WindowJournal({
    file: window.cachet,
    base: client,
    received: (entries) => seen.push(...entries),
    baseChanged: () => undefined,
    later: () => undefined,
    forReading: async () => (await window.cachet.openingReport()).unwritable === 'read-only',
    breath,
  });
  let opened: Promise<unknown> | null = null;
  const idsOf = (entries: readonly VerifiedEntry[]) => entries.map(({ entry }) => entry.id);

  return {
    client,
    level: () => level(window.cachet, client),
    /** Every entry of the file, in the order it is read. */
    async idsInFile() {
      await journal.readAll((entries) => seen.push(...entries));
      return idsOf(seen);
    },
    /** How many entries the database holds, and whether it is sound. */
    async census() {
      const census = await client.census(undefined);
      if (!census.ok) throw new Error(JSON.stringify(census.error));
      return { entries: census.value.entries, sound: census.value.sound };
    },
    /** Writes one gesture; gives the ids it became and where they are kept, or the fault. */
    async write(drafts: readonly Draft[]) {
      await connected;
      opened ??= journal.level();
      await opened;
      const written = await journal.inscribe(drafts);
      if (written.ok) seen.push(...written.value.entries);
      return written.ok
        ? { ok: true, ids: idsOf(written.value.entries), kept: written.value.kept }
        : { ok: false, fault: written.error, ids: [], kept: null };
    },
    /** All entries of the file in their casings, as text that a machine with the same data key can `receive`. */
    async carryAll(): Promise<string> {
      const cased: CasedEntry[] = [];
      for (const { stream, seq } of await window.cachet.frontier())
        cased.push(...unpackCased(await window.cachet.casedIn({ stretches: [{ stream, seq: 0, limit: seq }] })));
      return hex(packCased(cased));
    },
    receive: (carried: string) => window.cachet.adopt({ cased: unhex(carried) }),
    /** Writes the same gesture again and again, and tells the ids it became each time once it is *enregistré*. */
    async writeOn(drafts: readonly Draft[], tell: (ids: readonly string[]) => Promise<void>) {
      await journal.readAll((entries) => seen.push(...entries));
      for (;;) {
        const { ids, kept } = await this.write(drafts);
        if (kept === 'twice') await tell(ids);
      }
    },
  };
}

export type JournalPage = ReturnType<typeof openJournalPage>;

declare global {
  interface Window {
    /** Put there by the tests, never by the product. */
    journalPage: JournalPage;
  }
}
