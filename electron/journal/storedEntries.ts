import {
  type BeginsAgain,
  type Branch,
  type Branching,
  branchingsOf,
  type DatedBranching,
  type DatedLink,
  dated,
  type Link,
  nobodyBeginsAgain,
} from '../../shared/journal/branches';
import type { CasedEntry, Claim } from '../../shared/journal/cased';
import { type SealedEntry, signedBytes } from '../../shared/journal/entry';
import { VerifiedEntry } from '../../shared/journal/verify';
import type { StreamId } from '../../shared/kernel/ids';
import { unwrap } from '../../shared/kernel/result';
import type { Casing } from './casing';
import { digest } from './checkedFiles';
import type { EntryIndex } from './entryIndex';
import type { FileStore } from './fileStore';
import { readRecords } from './readRecords';
import type { RecordContent } from './recordFormat';

/** Entries of one stream: those that follow the first `seq`, `limit` at most. */
interface Stretch {
  readonly stream: StreamId;
  readonly seq: number;
  readonly limit: number;
}

/** The entries that lie in the black box's files, read from where its index says that they are. */
export class StoredEntries {
  constructor(
    private readonly files: FileStore,
    private readonly index: EntryIndex,
    private readonly casing: Casing,
  ) {}

  async after(stream: StreamId, seq: number, limit: number): Promise<readonly VerifiedEntry[]> {
    const before = this.index.at(stream, seq);
    const sealed = await this.sealedAfter(stream, seq, limit);
    return unwrap(VerifiedEntry.attested(() => (before ? { seq, id: before } : null), sealed));
  }

  /** As `after`, without reading what the entries say. */
  sealedAfter(stream: StreamId, seq: number, limit: number): Promise<readonly SealedEntry[]> {
    return this.sealedIn([{ stream, seq, limit }]);
  }

  /** The entries of some stretches, one after the other. */
  async sealedIn(stretches: readonly Stretch[]): Promise<readonly SealedEntry[]> {
    return (await this.read(stretches)).map(({ content, claim: { stream, seq, id } }) => {
      const sealed = this.opened(content);
      // Signatures were checked when these bytes came in; comparing hashes tells that they are still the same bytes
      if (digest(signedBytes(sealed.bytes)) !== id) throw new Error(`the black box changed on disk: ${stream}, ${seq}`);
      return sealed;
    });
  }

  /** As `sealedIn`, without opening the casings: for a copy that cannot read them. */
  async casedIn(stretches: readonly Stretch[]): Promise<readonly CasedEntry[]> {
    return (await this.read(stretches)).map(({ content, claim }) => this.cased(content, claim));
  }

  async casedForks(): Promise<readonly CasedEntry[]> {
    return (await this.forks()).map(({ entry, sealed }) => ({ entry, casing: this.casing.encase(sealed) }));
  }

  async forks(): Promise<readonly VerifiedEntry[]> {
    const contents = await readRecords(this.files, this.index.forkWhereabouts());
    return contents.map((content) => {
      const again = VerifiedEntry.admit(
        () => true,
        (entry) => this.index.before(entry),
        this.opened(content),
      );
      if (!again.ok || !this.index.forked(again.value.entry.id))
        throw new Error('a fork in the black box changed on disk');
      return again.value;
    });
  }

  /** Where devices wrote twice from one point, and since when. */
  async branchings(beginsAgain: BeginsAgain = nobodyBeginsAgain): Promise<readonly DatedBranching[]> {
    if (!this.index.branches(beginsAgain)) return [];
    const forks = (await this.forks()).map(({ entry }) => entry);
    const walls = new Map(forks.map(({ id, at }) => [id, at.wall]));
    const found: Branching<DatedLink>[] = [];
    for (const each of branchingsOf<Link>([...this.index.claims(), ...forks])) {
      if (each.after === null && beginsAgain(each.device)) continue;
      const branches: Branch<DatedLink>[] = [];
      for (const { first, entries } of each.branches) {
        const { id, stream, seq, prev } = first;
        const wall = walls.get(id) ?? (await this.after(stream, seq - 1, 1))[0]?.entry.at.wall;
        if (wall !== undefined) branches.push({ first: { id, stream, seq, prev, wall }, entries });
      }
      found.push({ ...each, branches });
    }
    return dated(found);
  }

  private async read(stretches: readonly Stretch[]): Promise<readonly { content: RecordContent; claim: Claim }[]> {
    const places = stretches.flatMap(({ stream, seq, limit }) => this.index.whereabouts(stream, seq, limit));
    const claims = stretches.flatMap(({ stream, seq, limit }) => this.index.claimsAfter(stream, seq, limit));
    const contents = await readRecords(this.files, places);
    return claims.flatMap((claim, at) => {
      const content = contents[at];
      return content ? [{ content, claim }] : [];
    });
  }

  private opened(content: RecordContent): SealedEntry {
    if (content.kind === 'clear') return content.sealed;
    const sealed = this.casing.open(content.casing);
    if (typeof sealed === 'string') throw new Error(`a record that could be opened no longer can: ${sealed}`);
    return sealed;
  }

  private cased(content: RecordContent, entry: CasedEntry['entry']): CasedEntry {
    return { entry, casing: content.kind === 'cased' ? content.casing : this.casing.encase(content.sealed) };
  }
}
