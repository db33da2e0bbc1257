import { openBox } from '../../shared/journal/closed';
import { decode, type SealedEntry } from '../../shared/journal/entry';
import { channelOf } from '../../shared/journal/launch';
import type { Delivered } from '../../shared/journal/packed';
import type { StreamId } from '../../shared/kernel/ids';
import type { ChannelCipher } from '../../shared/kernel/ports';
import { isClosed } from '../../shared/kernel/statement';

/** Entries of one stream as a window is given them: those of a closed channel opened, where this device may read it. */
export function delivered(
  cipher: ChannelCipher,
  stream: StreamId,
  sealed: readonly SealedEntry[],
): readonly Delivered[] {
  const channel = channelOf(stream);
  if (channel === null || !isClosed(channel)) return sealed;
  return sealed.map((each) => {
    const entry = decode(each.bytes);
    const content = entry && openBox(cipher, entry);
    return content instanceof Uint8Array ? { ...each, content } : each;
  });
}
