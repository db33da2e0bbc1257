import { openBox } from '../../shared/journal/closed';
import type { Delivered } from '../../shared/journal/delivered';
import { decode, type SealedEntry } from '../../shared/journal/entry';
import type { StreamId } from '../../shared/kernel/ids';
import type { ChannelCipher } from '../../shared/kernel/ports';
import { channelOf, isAddressed, isClosed } from '../../shared/kernel/statement';

/**
 * Entries of these streams as a window is given them: what is closed opened, where this device may read it.
 * Where all the streams are open no entry is looked at.
 */
export function delivered(
  cipher: ChannelCipher,
  streams: readonly StreamId[],
  sealed: readonly SealedEntry[],
): readonly Delivered[] {
  const channels = streams.map(channelOf);
  if (!channels.some((channel) => channel && (isClosed(channel) || isAddressed(channel)))) return sealed;
  return sealed.map((each) => {
    const entry = decode(each.bytes);
    const content = entry && openBox(cipher, entry);
    return content instanceof Uint8Array ? { ...each, content } : each;
  });
}
