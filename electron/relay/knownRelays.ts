import type { CentreCode } from '../../shared/exchange/names';
import type { DeviceId } from '../../shared/journal/launch';
import type { Result } from '../../shared/kernel/result';
import type { NotKept } from '../../shared/kernel/storage';
import type { OpenJournal } from '../journal/openJournal';
import { type KeptNetwork, keepNetwork, readNetwork } from './networkFile';
import type { RelayBook } from './relayBook';

const MAX_RELAYS = 50;
const MAX_ADDRESSES = 20;

/** The relays that this machine knows, from its own file and from the journal's entries; the file remembers the rest too. */
export class KnownRelays {
  private constructor(
    private readonly file: string,
    private kept: KeptNetwork,
    private readonly journal: Pick<OpenJournal, 'device' | 'centre'>,
    private readonly book: RelayBook,
  ) {}

  static async read(file: string, { journal, book }: { journal: OpenJournal; book: RelayBook }): Promise<KnownRelays> {
    return new KnownRelays(file, await readNetwork(file), journal, book);
  }

  /** What the file remembers. */
  get remembered(): KeptNetwork {
    return this.kept;
  }

  /** Relays that are worth talking to: met, typed or told of, and not dismissed. */
  get all(): readonly DeviceId[] {
    const { device: own, centre } = this.journal;
    const met = this.kept.relays.map(({ device }) => device);
    const told = [...this.book.relays.keys()].filter((device) => centre.membershipOf(device)?.is === 'member');
    return [...new Set([...met, ...told])].filter(
      (device) => device !== own && centre.membershipOf(device)?.is !== 'dismissed',
    );
  }

  /** Where a relay may be reached, the likeliest first. */
  addressesOf(device: DeviceId): string[] {
    const told = this.book.relays.get(device) ?? [];
    return [...new Set([...this.metAt(device), ...told])].slice(0, MAX_ADDRESSES);
  }

  /** Knows a relay from now on, at these addresses before others. */
  remember(device: DeviceId, addresses: readonly string[]): Promise<Result<void, NotKept>> {
    const others = this.kept.relays.filter((each) => each.device !== device);
    const together = [...new Set([...addresses, ...this.metAt(device)])].slice(0, MAX_ADDRESSES);
    return this.keep({ relays: [{ device, addresses: together }, ...others].slice(0, MAX_RELAYS) });
  }

  /** This machine joined a centre: whom it was told to believe, until the journal says. */
  joined(centre: CentreCode, roots: readonly DeviceId[]): Promise<Result<void, NotKept>> {
    return this.keep({ centre, roots: [...roots] });
  }

  /** What holds from now on, and at the next start if it can be kept. */
  keep(change: Partial<KeptNetwork>): Promise<Result<void, NotKept>> {
    this.kept = { ...this.kept, ...change };
    return keepNetwork(this.file, this.kept);
  }

  private metAt(device: DeviceId): readonly string[] {
    return this.kept.relays.find((each) => each.device === device)?.addresses ?? [];
  }
}
