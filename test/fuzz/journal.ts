import fc from 'fast-check';
import { FilesAudit } from '../../electron/audit/filesAudit';
import { openBlackBox } from '../../electron/journal/openBlackBox';
import { encodeHeader, encodeRecord } from '../../electron/journal/recordFormat';
import { decodeLists, encodeLists } from '../../electron/journal/recordList';
import { parseKeyFile } from '../../electron/keys/keyFile';
import { ed25519Check } from '../../node/ed25519';
import { sealIn } from '../../shared/documents/scanned';
import { JournalAudit } from '../../shared/journal/audit';
import { packCased, unpackCased } from '../../shared/journal/cased';
import { packDelivered, unpackDelivered } from '../../shared/journal/delivered';
import { decode, encode, entryBody, type SealedEntry } from '../../shared/journal/entry';
import { concatBytes } from '../../shared/kernel/bytes';
import { keyOfRecoveryCode } from '../../shared/kernel/recoveryCode';
import { aCasing } from '../support/casings';
import { Writer } from '../support/devices';
import { ended } from '../support/ended';
import { FaultyFiles } from '../support/faultyFiles';
import { unlimited } from '../support/unlimited';
import { type Border, holds } from './border';
import { spoiltBytes } from './mutate';

const entries = new Writer('a').run(2);
const ids = new Set<string>(entries.map(({ entry }) => entry.id));
const sealed = entries.map((each) => each.sealed);
const [first] = sealed;
if (!first) throw new Error('there are entries');
const ed25519 = ed25519Check();
const casing = aCasing();
const file = 'journal-000001.cachet';
const box = concatBytes(encodeHeader(null), ...sealed.map((each, at) => encodeRecord(casing.encase(each), at === 0)));
const packed = packDelivered(sealed.map((each, at) => (at % 2 === 0 ? each : { ...each, content: each.signature })));
const cased = packCased(entries.map(({ entry, sealed }) => ({ entry, casing: casing.encase(sealed) })));

/** Spoilt bytes are no entry, or say again exactly what they are; no signature is good for them. */
function bringEntry(bytes: Uint8Array, signature: Uint8Array): void {
  const entry = decode(bytes);
  const audit = new JournalAudit(ed25519, () => null);
  audit.take({ bytes, signature });
  const found = ended(audit.finish());
  holds(found.entries + found.faults.length > 0, 'an entry is good or a fault');
  if (!entry) return;
  holds(found.entries === 0 || ids.has(entry.id), 'nobody has signed this');
  const { id: _id, ...body } = entry;
  holds(decode(encode(entryBody.parse(JSON.parse(JSON.stringify(body))))) !== null, 'what is an entry stays one');
}

/** A run of entries is read whole or refused by an error, never half. */
function bringRun<T>(
  bytes: Uint8Array,
  unpack: (bytes: Uint8Array) => readonly T[],
  pack: (all: readonly T[]) => Uint8Array,
) {
  let read: readonly T[];
  try {
    read = unpack(bytes);
  } catch (error) {
    holds(error instanceof Error && !(error instanceof TypeError), `refused by accident: ${String(error)}`);
    return;
  }
  holds(unpack(pack(read)).length === read.length, 'what was read can be written again');
}

/** Whatever happened to the file: it opens, holds nothing that was not written, and the verifier finds as much. */
async function bringFile(bytes: Uint8Array): Promise<void> {
  const files = new FaultyFiles();
  files.put(file, bytes);
  const before = files.contents(file);
  const audit = await FilesAudit.begin({ files, casing, check: ed25519, cipher: unlimited, ends: new Map() });
  const step = await audit.advance(() => false);
  holds(Buffer.compare(files.contents(file), before) === 0, 'the verifier only reads');
  const opened = await openBlackBox({ files, casing, check: ed25519 });
  const held: string[] = [];
  for (const [stream, { seq }] of await opened.box.frontier())
    held.push(...(await opened.box.after(stream, 0, seq)).map(({ entry }) => entry.id));
  await opened.box.close();
  holds(
    held.every((id) => ids.has(id)),
    'nothing is there that was not written',
  );
  holds(opened.report.entries === held.length, 'what is counted is there');
  holds(step.kind === 'finished', 'the verifier comes to an end');
  if (step.kind !== 'finished') return;
  const { entries: good, stranded } = step.found;
  holds(
    good - stranded === held.length,
    `the verifier finds ${good - stranded} in their place, the black box ${held.length}`,
  );
}

const bytesOf = (each: SealedEntry) => concatBytes(each.bytes, each.signature);

/** What lies on disks and crosses between processes. */
export const journal: readonly Border[] = [
  {
    name: 'the bytes of an entry and its signature',
    run: (asked) =>
      fc.assert(
        fc.property(spoiltBytes(bytesOf(first)), (all) => bringEntry(all.slice(0, -64), all.slice(-64))),
        asked,
      ),
  },
  {
    name: 'a packed run of entries',
    run: (asked) =>
      fc.assert(
        fc.property(spoiltBytes(packed), (bytes) => bringRun(bytes, unpackDelivered, packDelivered)),
        asked,
      ),
  },
  {
    name: 'a run of cased entries',
    run: (asked) =>
      fc.assert(
        fc.property(spoiltBytes(cased), (bytes) => bringRun(bytes, unpackCased, packCased)),
        asked,
      ),
  },
  {
    name: 'a file of the black box',
    run: (asked) => fc.assert(fc.asyncProperty(spoiltBytes(box), bringFile), asked),
  },
  {
    name: 'the list of records, the file of keys, a recovery code and a page’s code',
    run: (asked) =>
      fc.assert(
        fc.property(spoiltBytes(encodeLists(new Map([[1, []]])) ?? new Uint8Array()), fc.string(), (bytes, text) => {
          decodeLists(bytes);
          holds(parseKeyFile(text).kind === 'damaged', 'no file of keys');
          holds(!keyOfRecoveryCode(text).ok, 'no recovery code');
          holds(sealIn(text) === null, 'no code of a page');
        }),
        asked,
      ),
  },
];
