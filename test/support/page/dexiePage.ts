import './noCompiling';
import { EntryCopy } from '../../../renderer/worker/entryCopy';
import { packCased, unpackCased } from '../../../shared/journal/cased';
import { streamId } from '../../../shared/kernel/ids';
import { hex, unhex } from '../carried';

/** The local database, inside the desk's own page, for tests that hold the other end and the keys. */
export function openDexiePage(name: string) {
  const copy = new EntryCopy(name);
  return {
    frontier: async () => [...(await copy.frontier())].map(([stream, { seq, id }]) => ({ stream, seq, id })),
    after: async (stream: string, seq: number, limit: number) =>
      hex(packCased(await copy.after(streamId.of(stream), seq, limit))),
    forks: async () => hex(packCased(await copy.forks())),
    async append(packed: string) {
      const result = await copy.append(unpackCased(unhex(packed)));
      if (!result.ok) return { fault: result.error, added: '', known: 0, forked: '' };
      const { added, known, forked } = result.value;
      return { fault: null, added: hex(packCased(added)), known, forked: hex(packCased(forked)) };
    },
    close: () => copy.close(),
  };
}

declare global {
  interface Window {
    /** Put there by the tests, never by the product: the databases under test, by name. */
    dexiePages: Record<string, ReturnType<typeof openDexiePage>>;
  }
}
