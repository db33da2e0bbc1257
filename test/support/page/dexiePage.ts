import './noCompiling';
import { attestedByMain } from '../../../renderer/journal/attestedByMain';
import { DexieJournal } from '../../../renderer/worker/dexieJournal';
import { type StreamId, streamId } from '../../../shared/kernel/ids';
import { pack, unpackVerified } from '../carried';

/** The local database as a journal, inside the desk's own page, for tests that hold the other end. */
export function openDexiePage(name: string) {
  const journal = new DexieJournal(name);
  const stream = (text: string): StreamId => streamId.of(text);
  const idsOf = (entries: readonly { readonly entry: { readonly id: string } }[]) =>
    entries.map(({ entry }) => entry.id);
  return {
    frontier: async () => [...(await journal.frontier())].map(([at, { seq, id }]) => ({ stream: at, seq, id })),
    after: async (of: string, seq: number, limit: number) =>
      pack((await journal.after(stream(of), seq, limit)).map(({ sealed }) => sealed)),
    forks: async () => pack((await journal.forks()).map(({ sealed }) => sealed)),
    async append(packed: string) {
      const result = await journal.append(unpackVerified(packed, attestedByMain));
      if (!result.ok) return { fault: result.error, added: [], known: 0, forked: [] };
      return {
        fault: null,
        added: idsOf(result.value.added),
        known: result.value.known,
        forked: idsOf(result.value.forked),
      };
    },
    close: () => journal.close(),
  };
}

declare global {
  interface Window {
    /** Put there by the tests, never by the product: the databases under test, by name. */
    dexiePages: Record<string, ReturnType<typeof openDexiePage>>;
  }
}
