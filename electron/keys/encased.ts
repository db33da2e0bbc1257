import { KEY_ID_BYTES } from '../../node/keyName';
import { nodeFileStore } from '../journal/nodeFileStore';
import { scanRecords } from '../journal/recordFormat';

/** One file of the black box: how many entries it holds under each data key, by the key's id. */
export type EncasedFile = ReadonlyMap<string, number>;

/** Counts, without opening any of them, the entries that lie encased in a black box. */
export async function encasedIn(folder: string): Promise<readonly EncasedFile[]> {
  const files = await nodeFileStore(folder);
  const counted: EncasedFile[] = [];
  for (const name of await files.list()) {
    const byKey = new Map<string, number>();
    for (const { content } of scanRecords(await files.read(name)).records) {
      if (content.kind !== 'cased') continue;
      const key = Buffer.from(content.casing.subarray(0, KEY_ID_BYTES)).toString('hex');
      byKey.set(key, (byKey.get(key) ?? 0) + 1);
    }
    if (byKey.size > 0) counted.push(byKey);
  }
  return counted;
}
