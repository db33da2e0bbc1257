import { dataKeyOf } from '../../electron/keys/dataKeys';
import type { Granted } from '../../electron/keys/grantedKeys';
import { close, reopen } from '../../node/closed';
import { openBox, readContent, withoutKeys } from '../../shared/journal/closed';
import type { Entry } from '../../shared/journal/entry';
import { utf8 } from '../../shared/kernel/bytes';
import { channelKeyId } from '../../shared/kernel/ids';
import { type Draft, isClosed } from '../../shared/kernel/statement';
import { Chance } from './chance';

const { id, key } = dataKeyOf(utf8('the key of the marks in these days'.slice(0, 32)));
const markKey = channelKeyId.of(id);

/** A word that is said in closed entries alone. */
export const planted = 'Zwarbek';

/** Who of these histories was granted the marks: the first machine and the third, with their clones. */
export const isGranted = (device: string) => device === 'device A' || device === 'device C';

/** What a device may do with closed channels, and the key where it was granted it. */
export function grantedTo(device: string, seed: number): Granted {
  const random = new Chance(seed);
  const reads = (channel: string) => channel === 'marks' && isGranted(device);
  return {
    ...withoutKeys,
    whyNot: ({ channel }) => (isClosed(channel) && !reads(channel) ? { because: 'never-granted' } : null),
    keyFor: (channel) => (reads(channel) ? markKey : null),
    close: (_channel, _key, secret, context) => close(secret, key, context, random),
    open: (channel, _key, box, context) => (reads(channel) ? (reopen(box, key, context) ?? 'altered') : 'no-key'),
  };
}

/** A mark, said in the closed channel by an entry of a gesture. */
export function closedDraft(mark: string): Draft {
  const about = { script: mark };
  return { channel: 'marks', kind: 'mark.entered', version: 1, about, data: { remark: planted }, supersedes: [] };
}

const omniscient = grantedTo('device A', 1);

/** The entry as somebody with every key reads it. */
export function read(entry: Entry): Entry {
  const opened = openBox(omniscient, entry);
  const said = opened instanceof Uint8Array ? readContent(opened) : null;
  if (!said) return entry;
  const { closed: _, ...rest } = entry;
  return { ...rest, ...said };
}

/** The entry as the window of a device is to have it. */
export const readOn = (device: string, entry: Entry) => (isGranted(device) ? read(entry) : entry);
