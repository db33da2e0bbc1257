import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { ed25519Check } from '../../node/ed25519';
import { openSealed, type SealedFor, type SealedSecret } from '../../node/sealedTo';
import type { OpeningReport } from '../../shared/bridge/journal';
import { concernsGrants } from '../../shared/centre/grants';
import { clonedDevices } from '../../shared/journal/clones';
import type { Entry } from '../../shared/journal/entry';
import { type DeviceId, deviceOfKey } from '../../shared/journal/launch';
import type { Clock, Random, SignatureCheck, Signer } from '../../shared/kernel/ports';
import type { Role } from '../../shared/kernel/role';
import { type AccessOf, concernsAccess, JournalAccess } from '../access/accessBook';
import { CoverBook, type CoverPorts } from '../access/coverBook';
import { Lock } from '../access/lock';
import { pinMatches } from '../access/pin';
import type { Reserve } from '../disk/diskGuard';
import type { DataKeys } from '../keys/dataKeys';
import { type Granted, GrantedKeys } from '../keys/grantedKeys';
import { laterFilesIn } from '../laterForm';
import type { BlackBox } from './blackBox';
import { Casing } from './casing';
import { digest, readChecked, vouched, writeChecked } from './checkedFiles';
import { openDeviceKey } from './deviceKey';
import type { FileStore } from './fileStore';
import { nodeFileStore } from './nodeFileStore';
import { openBlackBox } from './openBlackBox';
import { decodeLists, encodeLists, type RecordLists } from './recordList';
import { Scribe } from './scribe';
import { writeWhole } from './writeWhole';

export interface JournalPorts {
  /** The program's data folder. */
  readonly folder: string;
  /** Gives room back when the disk is full. */
  readonly reserve: Reserve;
  readonly keys: DataKeys;
  readonly clock: Clock;
  readonly random: Random;
  readonly zone: () => string;
  /** Milliseconds by which the centre's clock is ahead of this machine's; null while it is not known. */
  readonly offset: () => number | null;
  /** Milliseconds since some fixed moment, by a clock nobody can set. */
  readonly monotonic: () => number;
  readonly accessOf: AccessOf;
  readonly cover: CoverPorts;
  readonly permit: (role: Role, entryKind: string) => boolean;
  /** Shown every entry of the kinds that concern it which the journal has or takes in. */
  readonly learner: { concerns(kind: string): boolean; meet(entry: Entry): void };
}

export interface OpenJournal {
  readonly device: DeviceId;
  readonly signer: Signer;
  /** The X25519 public key to which keys for this device are sealed, raw in base64url. */
  readonly wrapping: string;
  /** The files of the black box. */
  readonly files: FileStore;
  readonly box: BlackBox;
  readonly casing: Casing;
  readonly check: SignatureCheck;
  readonly scribe: Scribe;
  readonly granted: Granted;
  /** Whether an entry was its writer's to write, as far as grants are known now; `server` too counts as headquarters. */
  readonly rightsOf: GrantedKeys['rightsOf'];
  /** The machines of the centre to which something can be sealed now. */
  readonly machines: GrantedKeys['machines'];
  /** Opens what was sealed to this device; null when it was to another, for something else, or altered since. */
  readonly unseal: (sealedFor: SealedFor, sealed: SealedSecret) => Uint8Array | null;
  /** Which machines are the centre's, and what they may write, as far as is known now. */
  readonly centre: Pick<GrantedKeys, 'membershipOf' | 'beyondCutOff' | 'rightsHere' | 'isHeadquarters' | 'roots'>;
  /** Believes from now on whom this machine was told of when it joined its centre. */
  readonly pin: (roots: readonly DeviceId[]) => void;
  readonly lock: Lock;
  readonly cover: CoverBook;
  readonly report: OpeningReport;
}

/** Opens this machine's journal: its key, its black box, the scribe that writes and the lock that says who may. */
export async function openJournal(ports: JournalPorts): Promise<OpenJournal> {
  const { folder, clock, random, zone, offset, monotonic, permit } = ports;
  await mkdir(folder, { recursive: true });
  const { signer, wrapping, fate } = await openDeviceKey(path.join(folder, 'device.key'), ports.keys, random);
  const check = ed25519Check();
  const casing = new Casing(ports.keys, random);
  const cover = new CoverBook(ports.cover);
  const device = deviceOfKey(signer.publicKey);
  const granted = new GrantedKeys({ device, wrapping, clock, offset, random });
  const access = new JournalAccess(ports.accessOf, (entry) => granted.believes(entry));
  const meet = (entry: Entry) => {
    access.meet(entry);
    granted.meet(entry);
    cover.meet(entry);
    ports.learner.meet(entry);
  };
  const files = await nodeFileStore(path.join(folder, 'journal'));
  const noteFile = path.join(folder, 'journal.checked');
  const note = await readChecked(noteFile, signer.publicKey, check);
  const listFile = path.join(folder, 'journal.records');
  const lists = await readLists(listFile, note?.records ?? null);
  const { box, report, checked, listed, changed } = await openBlackBox({
    files,
    reserve: ports.reserve,
    casing,
    check,
    vouched: (number, bytes) => vouched(note, number, bytes),
    listed: lists,
    concerns: (kind) =>
      [concernsAccess, concernsGrants, ports.cover.concerns, ports.learner.concerns].some((each) => each(kind)),
    meet,
  });
  const known = box.streams();
  const expected = note?.entries ?? null;
  if (report.unwritable === null && (changed || lists === null)) {
    const inChains = [...known.values()].reduce((sum, { head }) => sum + head.seq, 0);
    const entries = Math.max(expected ?? 0, inChains);
    await remember(async () => {
      const records = await writeLists(listFile, listed);
      await writeChecked(noteFile, signer, { format: 1, entries, files: [...checked], records });
    });
  }
  const lock = new Lock({ access, pinMatches, monotonic });
  const scribe = new Scribe({
    journal: box,
    known: () => box.streams(),
    signer,
    clock,
    random,
    zone,
    offset,
    actor: () => lock.actor(),
    breath,
    permit,
    granted,
  });
  box.watch((added) => {
    for (const { entry } of added) meet(entry);
    scribe.heard(added);
  });
  const cloned = clonedDevices(known, await box.forks(), box.branchedFrom(), (each) => granted.isHeadquarters(each));
  return {
    device,
    signer,
    wrapping: wrapping.publicKey,
    files,
    box,
    casing,
    check,
    scribe,
    granted,
    rightsOf: (entry, server) => granted.rightsOf(entry, server),
    machines: () => granted.machines(),
    unseal: (sealedFor, sealed) => openSealed(sealedFor, sealed, wrapping),
    centre: granted,
    pin(roots) {
      granted.pin(roots);
      access.forget();
    },
    lock,
    cover,
    report: {
      ...{ ...report, expected, deviceKey: fate, clonedDevices: cloned.length },
      laterFiles: [...(await laterFilesIn(folder))],
    },
  };
}

/** The lists that lie beside the note, if they are those it names. */
async function readLists(file: string, sha256: string | null): Promise<RecordLists | null> {
  if (sha256 === null) return null;
  try {
    const bytes = await readFile(file);
    return digest(bytes) === sha256 ? decodeLists(bytes) : null;
  } catch {
    return null; // absent or unreadable: the records are read instead, and listed again
  }
}

/** What is noted beside the journal saves time at the next start: a disk that refuses it must not keep this one shut. */
async function remember(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    console.warn(`what was checked is not remembered: ${error.message}`);
  }
}

async function writeLists(file: string, lists: RecordLists): Promise<string | null> {
  const bytes = encodeLists(lists);
  if (bytes === null) return null;
  await writeWhole(file, bytes);
  return digest(bytes);
}
