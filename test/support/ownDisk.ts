import path from 'node:path';
import { openDeviceKey } from '../../electron/journal/deviceKey';
import { nodeFileStore } from '../../electron/journal/nodeFileStore';
import { openBlackBox } from '../../electron/journal/openBlackBox';
import { GrantedKeys } from '../../electron/keys/grantedKeys';
import { ed25519Check } from '../../node/ed25519';
import { openBox, readContent } from '../../shared/journal/closed';
import type { Entry } from '../../shared/journal/entry';
import { deviceOfKey } from '../../shared/journal/launch';
import type { VerifiedEntry } from '../../shared/journal/verify';
import { instant } from '../../shared/kernel/instant';
import { casingOf, dataKeysOf } from './casings';
import { randomly } from './copies';

/** What the black box of a profile holds, opened with every key that lies beside it. */
export interface OwnDisk {
  readonly held: readonly VerifiedEntry[];
  /** The same entries with what their boxes hold, where a key of this machine opens them. */
  readonly read: readonly Entry[];
}

/** Reads a profile as somebody does who has the laptop, its keychain and the program's source. */
export async function ownDisk(profile: string): Promise<OwnDisk> {
  const files = await nodeFileStore(path.join(profile, 'journal'));
  const { box } = await openBlackBox({ files, casing: await casingOf(profile), check: ed25519Check() });
  const held: VerifiedEntry[] = [];
  for (const [stream, { seq }] of await box.frontier()) held.push(...(await box.after(stream, 0, seq)));
  await box.close();
  const file = path.join(profile, 'device.key');
  const { signer, wrapping, fate } = await openDeviceKey(file, await dataKeysOf(profile), randomly);
  if (fate !== 'known') throw new Error(`${file} does not open with the profile’s own keys: ${fate}`);
  const keys = new GrantedKeys({
    device: deviceOfKey(signer.publicKey),
    wrapping,
    clock: { now: () => instant.of(Date.now()) },
    offset: () => null,
    random: randomly,
  });
  for (const { entry } of held) keys.meet(entry);
  const read = held.map(({ entry }) => {
    const opened = openBox(keys, entry);
    const content = opened instanceof Uint8Array ? readContent(opened) : null;
    if (!content) return entry;
    const { closed: _, ...open } = entry;
    return { ...open, ...content };
  });
  return { held, read };
}
