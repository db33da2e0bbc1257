import { setImmediate as turn } from 'node:timers/promises';
import type { CopiedCentre, CopyFault } from '../../shared/bridge/copies';
import type { Entry, SealedEntry } from '../../shared/journal/entry';
import { Placement } from '../../shared/journal/place';
import { VerifiedEntry } from '../../shared/journal/verify';
import type { SignatureCheck } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
import { Casing } from '../journal/casing';
import { EntryIndex } from '../journal/entryIndex';
import { decodeRecord } from '../journal/recordFormat';
import { DATA_KEY_BYTES, dataKeyOf } from '../keys/dataKeys';
import { openSeal } from '../keys/recoverySeal';
import type { CopyKeyPair, CopyOpener } from './copyCode';
import { authentic, type CopyHeader, decodeCopyHeader, END_BYTES, type FoundHeader, lengthSaid } from './copyHeader';

/** A copy whose every byte was checked. */
export interface ReadCopy {
  readonly header: CopyHeader;
  /** In an order in which a journal takes them. */
  readonly entries: readonly VerifiedEntry[];
}

export interface CopyChecks {
  readonly check: SignatureCheck;
  /** The centre and session that an entry publishes, if it does. */
  readonly centreOf: (entry: Entry) => CopiedCentre | null;
}

const recordsPerTurn = 500;
const entriesPerTurn = 50;

/**
 * Reads a whole copy and believes nothing of it: checksums, casings, signatures and chains are checked, the chains must end where
 * the header says and hold as many entries, and one of them must publish the session that the header names. Touches
 * nothing. The fault says exactly what is wrong, and where. Works in slices.
 */
export async function readCopy(
  file: Uint8Array,
  opener: CopyOpener,
  checks: CopyChecks,
): Promise<Result<ReadCopy, CopyFault>> {
  const found = decodeCopyHeader(file);
  if (!found.ok) return found;
  const length = lengthSaid(file);
  if (length === null) return err({ kind: 'end-missing', at: file.length });
  if (length !== file.length) return err({ kind: 'length', said: length, found: file.length });
  const casings = await casingsIn(file.subarray(0, length - END_BYTES), found.value.until);
  if (!casings.ok) return casings;
  const key = copyKeyIn(found.value, opener);
  if (!key.ok) return key;
  const read = new Reading(found.value.header, key.value, checks);
  for (const casing of casings.value) {
    const fault = read.take(casing);
    if (fault) return err(fault);
    if (read.entries.length % entriesPerTurn === 0) await turn();
  }
  const fault = read.end();
  return fault ? err(fault) : ok({ header: found.value.header, entries: read.entries });
}

/** Every casing from `from` on, each as its checksum says it was written. */
async function casingsIn(file: Uint8Array, from: number): Promise<Result<readonly Uint8Array[], CopyFault>> {
  const casings: Uint8Array[] = [];
  for (let at = from; at < file.length; ) {
    const record = decodeRecord(file, at);
    if (record?.content.kind !== 'cased') return err({ kind: 'damaged', entry: casings.length + 1, at });
    casings.push(record.content.casing);
    if (casings.length % recordsPerTurn === 0) await turn();
    at += record.length;
  }
  return ok(casings);
}

/** The copy's own key, which the header is checked with: it is believed from here on. */
export function copyKeyIn(found: FoundHeader, opener: CopyOpener): Result<Uint8Array, CopyFault> {
  const raw = opener.by === 'pair' ? unsealed(found, opener.pair) : whereItIsOf(found, opener.key);
  if (!raw.ok) return raw;
  return authentic(found, raw.value) ? raw : err({ kind: 'header-altered' });
}

function unsealed({ header }: FoundHeader, { privatePem, publicKey }: CopyKeyPair): Result<Uint8Array, CopyFault> {
  const { id, seals } = header.key;
  const seal = seals.find(({ to }) => to === publicKey);
  if (!seal) return err({ kind: 'other-code' });
  const raw = openSeal(seal, id, privatePem);
  return raw?.length === DATA_KEY_BYTES && dataKeyOf(raw).id === id ? ok(raw) : err({ kind: 'header-altered' });
}

function whereItIsOf({ header }: FoundHeader, key: Uint8Array): Result<Uint8Array, CopyFault> {
  return dataKeyOf(key).id === header.key.id ? ok(key) : err({ kind: 'other-code' });
}

/** The entries of a copy, as far as they were read and are good. */
class Reading {
  readonly entries: VerifiedEntry[] = [];
  private readonly index = new EntryIndex();
  private readonly casing: Casing;
  private published = false;
  private forks = 0;

  constructor(
    private readonly header: CopyHeader,
    key: Uint8Array,
    private readonly checks: CopyChecks,
  ) {
    const noChance = { bytes: () => new Uint8Array() }; // nothing is encased here
    this.casing = new Casing({ inUse: dataKeyOf(key), former: [] }, noChance);
  }

  /** Takes the next casing, or says what is wrong with it. */
  take(cased: Uint8Array): CopyFault | null {
    const number = this.entries.length + 1;
    const sealed = this.casing.open(cased);
    if (typeof sealed === 'string') return { kind: 'altered', entry: number };
    const admitted = this.verified(sealed);
    if (!admitted.ok) return { kind: 'chain', entry: number, because: admitted.error.kind };
    const placed = new Placement(this.index).place([admitted.value]);
    if (!placed.ok) return { kind: 'chain', entry: number, because: 'out-of-place' };
    const { added, forked, known } = placed.value;
    if (known > 0) return { kind: 'chain', entry: number, because: 'twice' };
    for (const { entry } of added) this.index.add(entry, nowhere);
    for (const { entry } of forked) this.index.addFork(entry, nowhere);
    this.forks += forked.length;
    this.entries.push(admitted.value);
    const { of } = this.header;
    const said = this.checks.centreOf(admitted.value.entry);
    this.published ||= said !== null && said.session === of.session && said.code === of.code;
    return null;
  }

  /** What is wrong once all is read. */
  end(): CopyFault | null {
    const { entries, forks, frontier } = this.header;
    const ends = this.index.frontier();
    const short = frontier.find(({ stream, seq, id }) => {
      const head = ends.get(stream);
      return head?.seq !== seq || head.id !== id;
    });
    if (short || ends.size !== frontier.length || entries !== this.entries.length || forks !== this.forks)
      return {
        kind: 'other-entries',
        said: entries,
        found: this.entries.length,
      };
    return this.published ? null : { kind: 'session-not-in-it' };
  }

  private verified(sealed: SealedEntry) {
    return VerifiedEntry.admit(this.checks.check, (entry) => this.index.before(entry), sealed);
  }
}

const nowhere = { file: '', offset: 0, length: 0 };
