import type { RelayState } from '../../shared/bridge/network';
import type { CentreCode, ServerId } from '../../shared/exchange/names';
import { BEAT } from '../../shared/exchange/pacing';
import type { DeviceId } from '../../shared/journal/launch';
import { type Instant, instant } from '../../shared/kernel/instant';
import { type LevelPorts, LevelWithServer } from '../exchange/levelWithServer';
import type { OpenJournal } from '../journal/openJournal';
import { heldFor, mayHold } from './heldFor';
import type { PassedReceipts } from './passedReceipts';
import { relayStateOf } from './relayState';
import type { WayToDevice } from './wayToDevice';

export interface TalkPorts extends Omit<LevelPorts, 'way' | 'beside' | 'journal'> {
  readonly journal: Pick<OpenJournal, 'box' | 'check' | 'signer' | 'centre'>;
  readonly way: WayToDevice;
  readonly passed: PassedReceipts;
  /** Whether headquarters' receipts are wanted of relays: not where this machine asks headquarters itself, and reaches it. */
  readonly wanted: () => boolean;
  /** A relay passed on something new of headquarters. */
  readonly passedOn: () => void;
}

/** What this machine has with one relay: it is kept level with it, and hears what the relay tells beside. */
export class TalkWithRelay {
  readonly level: LevelWithServer;
  private heard: { readonly device: DeviceId; readonly at: Instant; readonly listening: boolean }[] = [];
  private heardAt: Instant | null = null;

  constructor(
    readonly device: DeviceId,
    relay: { readonly server: ServerId; readonly centre: CentreCode },
    private readonly ports: TalkPorts,
  ) {
    const { journal, passed, wanted, passedOn } = ports;
    const box = heldFor(journal.box, (stream) => mayHold(journal.centre.membershipOf(device), stream));
    this.level = new LevelWithServer(
      { address: device, ...relay },
      {
        ...ports,
        journal: { ...journal, box },
        beside: {
          beat: BEAT,
          receiptsAfter: (epoch) => (wanted() ? passed.after(relay.server, epoch) : null),
          told: async ({ heard, passed: more, epoch }, at) => {
            this.heardAt = at;
            this.heard = (heard ?? []).map(({ device, ago, listening }) => ({
              ...{ device, listening },
              at: instant.of(Math.round(at - ago)),
            }));
            if (more && (await passed.take(relay.server, epoch, more))) passedOn();
          },
        },
      },
    );
  }

  state(addresses: string[]): Promise<RelayState> {
    const { device, heard, heardAt, level } = this;
    return relayStateOf(level, { device, addresses, through: this.ports.way.through, heard: [...heard], heardAt });
  }
}
