import { packCased, unpackCased } from '../../shared/journal/cased';
import { decode, type SealedEntry } from '../../shared/journal/entry';
import { entryId, streamId } from '../../shared/kernel/ids';
import { aCasing } from '../support/casings';

/** All machines of a world encase under one data key: what one reads, the other could. */
export const casing = aCasing();

const nowhere = { stream: streamId.of(`${'A'.repeat(43)}.${'A'.repeat(11)}.rooms`), seq: 1, prev: null };

/** Entries as they are handed to main by a window: what they claim is not believed, so that it may be anything. */
export function encased(entries: readonly SealedEntry[]): Uint8Array {
  return packCased(
    entries.map((sealed) => {
      const claimed = decode(sealed.bytes);
      const { stream, seq, prev, id } = claimed ?? { ...nowhere, id: entryId.of('0'.repeat(64)) };
      return { entry: { stream, seq, prev, id }, casing: casing.encase(sealed) };
    }),
  );
}

export function uncased(cased: Uint8Array): readonly SealedEntry[] {
  return unpackCased(cased).flatMap((each) => {
    const opened = casing.open(each.casing);
    return typeof opened === 'string' ? [] : [opened];
  });
}
