import { letInLater } from '../../electron/relay/letInLater';
import { judgeAmong } from '../../electron/relay/welcome';
import { beyondCutOff } from '../../shared/centre/admissions';
import { type Grants, grantsOf } from '../../shared/centre/grants';
import { membershipOf } from '../../shared/centre/membership';
import { rightsOf } from '../../shared/centre/rights';
import { openTalk } from '../../shared/exchange/step';
import { decode, type Entry } from '../../shared/journal/entry';
import { type DeviceId, deviceOfKey } from '../../shared/journal/launch';
import { memoryJournal } from '../../shared/journal/memoryJournal';
import type { EntryId } from '../../shared/kernel/ids';
import { ok, unwrap } from '../../shared/kernel/result';
import type { Actor, Draft } from '../../shared/kernel/statement';
import { Chance } from '../simulation/chance';
import { aSigner, ed25519, Writer } from './devices';
import { memoryQuarantine, TestServer, TestSide } from './exchange';
import { everything } from './exchangeWorld';

/** A machine of a centre, relay and asker in one, that judges by what its own journal says. */
export class Replica {
  readonly device: DeviceId;
  readonly journal = memoryJournal();
  readonly quarantine = memoryQuarantine();
  private readonly server: TestServer;
  private readonly writers = new Map<string, Writer>();
  private grants: Grants | null = null;

  constructor(
    readonly name: string,
    private readonly chance: Chance,
    private readonly roots: () => readonly DeviceId[],
  ) {
    this.device = deviceOfKey(aSigner(name).publicKey);
    this.server = new TestServer(name, new Chance(chance.seed()));
    this.server.journal = this.journal;
    this.server.quarantine = this.quarantine;
    this.server.judge = this.judge;
  }

  readonly judge = judgeAmong(
    {
      membershipOf: (device) => membershipOf(this.known, device),
      beyondCutOff: (entry) => beyondCutOff(this.known.admissions, entry),
      rightsHere: (entry) => rightsOf(entry, this.known),
      isHeadquarters: (device) => this.known.signingKeys.has(device),
    },
    () => this.roots(),
  );

  private get known(): Grants {
    this.grants ??= grantsOf([]);
    return this.grants;
  }

  /** Every entry that it holds. */
  async held(): Promise<ReadonlyMap<EntryId, Entry>> {
    return new Map([...(await everything(this.journal))].map(([id, { entry }]) => [id, entry]));
  }

  /** What its people say on it. @param wall milliseconds */
  async says(draft: Partial<Draft>, by: Actor, wall: number): Promise<Entry> {
    const channel = draft.channel ?? 'rooms';
    const writer = this.writers.get(channel) ?? new Writer(this.name, 'AAAAAAAAAAA', null, channel);
    this.writers.set(channel, writer);
    const said = writer.next('', draft, by, wall);
    unwrap(await this.journal.append([said]));
    await this.learn();
    return said.entry;
  }

  /** Whether another machine lets this one in, as far as it knows. */
  welcomes({ device }: Replica): boolean {
    return membershipOf(this.known, device)?.is === 'member';
  }

  /** Asks another machine until both are level, or as level as it lets. */
  async asks(other: Replica): Promise<void> {
    const side = new TestSide(this.name, other.server, new Chance(this.chance.seed()));
    side.journal = this.journal;
    side.quarantine = this.quarantine;
    side.judge = this.judge;
    await side.untilLevel(await openTalk(side.side));
    await this.learn();
    await other.learn();
  }

  /** Reads who is who anew, and lets in what waited for it. */
  private async learn(): Promise<void> {
    this.grants = grantsOf([...(await this.held()).values()]);
    const { kept } = this.quarantine;
    const aside = () =>
      [...kept.values()]
        .filter(({ why }) => why.held === 'aside')
        .map(({ why, sealed }) => ({ why, sealed, entry: decode(sealed.bytes) }))
        .sort((a, b) => (a.why.seq ?? 0) - (b.why.seq ?? 0));
    const release = async (ids: readonly EntryId[]) => {
      for (const id of ids) kept.delete(id);
      return ok(undefined);
    };
    const quarantine = { ...this.quarantine, inSight: () => [], aside, release };
    await letInLater({ journal: this.journal, ahead: async () => ed25519, quarantine, judge: this.judge })();
  }
}
