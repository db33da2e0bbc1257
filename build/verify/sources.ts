import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { FilesAudit, type FilesAudited } from '../../electron/audit/filesAudit';
import { openerOfCode } from '../../electron/copies/copyCode';
import type { CopyHeader } from '../../electron/copies/copyHeader';
import { readCopy } from '../../electron/copies/readCopy';
import { Casing } from '../../electron/journal/casing';
import { nodeFileStore } from '../../electron/journal/nodeFileStore';
import { encodeHeader, encodeRecord } from '../../electron/journal/recordFormat';
import { type DataKey, dataKeyOf } from '../../electron/keys/dataKeys';
import { ed25519Check } from '../../node/ed25519';
import { copyFaultText } from '../../renderer/text/copyTaken';
import { publishedCentre } from '../../shared/centre/publishedCentre';
import { withoutKeys } from '../../shared/journal/closed';
import type { Entry } from '../../shared/journal/entry';
import type { Frontier } from '../../shared/journal/frontier';
import { concatBytes } from '../../shared/kernel/bytes';

import { keyOfRecoveryCode } from '../../shared/kernel/recoveryCode';

/** What was read of a journal, wherever it lay. */
export interface Verified {
  readonly found: FilesAudited;
  /** Every good entry. */
  readonly entries: readonly Entry[];
  /** What the copy says of itself; null for a journal folder. */
  readonly copy: Pick<CopyHeader, 'madeAt' | 'device' | 'version'> | null;
}

/** Why nothing could be verified, in French. */
export class NotVerified extends Error {}

const check = ed25519Check();

/** An auditor checks what is closed without reading it. */
const auditor = withoutKeys;

/** Reads a safe copy, or the journal folder of a profile; nothing is written. */
export async function verifiedAt(target: string, codes: readonly string[]): Promise<Verified> {
  const found = await stat(target).catch(() => null);
  if (!found) throw new NotVerified(`${target} n’existe pas.`);
  return found.isDirectory() ? folder(target, codes) : copy(target, codes);
}

async function folder(target: string, codes: readonly string[]): Promise<Verified> {
  const inside = path.join(target, 'journal');
  const files = await nodeFileStore(existsSync(inside) ? inside : target);
  const keys = codes.map((code) => {
    const key = keyOfRecoveryCode(code);
    if (!key.ok) throw new NotVerified('Ce code de secours est mal recopié.');
    return dataKeyOf(key.value);
  });
  return { ...(await audited(files, keys, new Map())), copy: null };
}

/** A copy is first believed by its own rules, then its entries are read as a black box's would be. */
async function copy(target: string, codes: readonly string[]): Promise<Verified> {
  const [code] = codes;
  if (code === undefined) throw new NotVerified('Donnez le code de secours de cette copie avec --code.');
  const opener = openerOfCode(code);
  if (!opener.ok) throw new NotVerified('Ce code de secours est mal recopié.');
  const bytes = new Uint8Array(await readFile(target));
  const read = await readCopy(bytes, opener.value, { check, centreOf: publishedCentre });
  if (!read.ok) throw new NotVerified(copyFaultText(read.error));
  const { header, entries } = read.value;
  const passing = dataKeyOf(new Uint8Array(32));
  const casing = casingOf([passing]);
  const file = concatBytes(encodeHeader(null), ...entries.map(({ sealed }) => encodeRecord(casing.encase(sealed))));
  const name = 'journal-000001.cachet';
  const files = {
    list: async () => [name],
    read: async () => file,
    readAt: async (_name: string, offset: number, length: number) => file.subarray(offset, offset + length),
  };
  const ends: Frontier = new Map(header.frontier.map(({ stream, seq, id }) => [stream, { seq, id }]));
  const { madeAt, device, version } = header;
  return { ...(await audited(files, [passing], ends)), copy: { madeAt, device, version } };
}

async function audited(
  files: Parameters<typeof FilesAudit.begin>[0]['files'],
  keys: readonly DataKey[],
  ends: Frontier,
) {
  const entries: Entry[] = [];
  const meet = (entry: Entry) => {
    entries.push(entry);
  };
  const audit = await FilesAudit.begin({ files, casing: casingOf(keys), check, cipher: auditor, ends, meet });
  const step = await audit.advance(() => false);
  if (step.kind !== 'finished') throw new Error('nobody asked for a pause');
  return { found: step.found, entries };
}

/** Opens what these keys have encased; without any, only what lies in clear is read. */
function casingOf([inUse = dataKeyOf(new Uint8Array(32).fill(255)), ...former]: readonly DataKey[]): Casing {
  return new Casing({ inUse, former }, { bytes: (count) => new Uint8Array(count) });
}
