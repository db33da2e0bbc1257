import { checksAhead } from '../../node/checkedAhead';
import { concernsGrants } from '../../shared/centre/grants';
import { type Answered, type AnsweringPorts, answering, refusing } from '../../shared/exchange/answering';
import type { Guest } from '../../shared/exchange/answers';
import type { CentreTime } from '../../shared/exchange/centreTime';
import { PATHS } from '../../shared/exchange/http';
import { MAX_REQUEST_BYTES } from '../../shared/exchange/limits';
import type { Alarm } from '../../shared/exchange/listening';
import { epoch, serverId } from '../../shared/exchange/names';
import type { Passed } from '../../shared/exchange/passed';
import type { Quarantine } from '../../shared/exchange/receive';
import { type Refusal, statusOf } from '../../shared/exchange/refusals';
import type { DeviceId } from '../../shared/journal/launch';
import { toBase64url } from '../../shared/kernel/bytes';
import type { Instant } from '../../shared/kernel/instant';
import type { Clock, Random } from '../../shared/kernel/ports';
import type { Channel } from '../../shared/kernel/statement';
import type { OpenJournal } from '../journal/openJournal';
import { certificateOf } from './certificate';
import { listeners } from './listeners';
import { onceUsed } from './onceUsed';
import { presence } from './presence';
import { openRelayServer, type RelayAnswer, type RelayRoute } from './relayServer';
import { type TurnedAway, turnedAway, whyTurnedAway } from './turnedAway';
import { guestsOf } from './welcome';

export interface RelayPorts {
  readonly journal: Pick<OpenJournal, 'box' | 'centre' | 'check' | 'signer'>;
  readonly quarantine: Quarantine;
  /** The code of the centre; null before there is one. */
  readonly centre: () => string | null;
  readonly clock: Clock;
  readonly random: Random;
  readonly alarm: Alarm;
  readonly steady: () => number;
  /** What is answered at other paths than the exchange's own, where machines join. */
  readonly routes: ReadonlyMap<string, RelayRoute>;
  /** How many entries another machine brought. */
  readonly came: (entries: number) => void;
  /** The centre's time as this machine knows it; null where it is its own. */
  readonly time: () => CentreTime | null;
  /** Headquarters' receipts that came after a number; null for none. */
  readonly passedAfter: (number: number) => Passed | null;
  /** Something that `guests` tells has changed. */
  readonly changed: () => void;
  readonly broken: (bug: unknown) => void;
}

/** When a machine of the centre was last heard of here, and from which address. */
export interface Heard {
  readonly at: Instant;
  readonly address: string;
}

/** A relay that is open: the others of the centre bring their entries here and fetch what they lack. */
export interface Relay {
  readonly port: number;
  heard(): ReadonlyMap<DeviceId, Heard>;
  /** Whom it turned away, and why. */
  readonly turnedAway: TurnedAway;
  /** The machines that are told of news as it comes. */
  listening(): readonly DeviceId[];
  /** Has every machine that listens ask. */
  poke(): void;
  close(): Promise<void>;
}

/**
 * Serves the exchange to the machines of the centre, over the black box: the same answers as headquarters', signed with
 * the machine's own key. What it cannot read it carries all the same. Rejects where the port is taken.
 */
export async function openRelay(ports: RelayPorts, port: number): Promise<Relay> {
  const { journal, quarantine, clock, random, alarm, steady, came, changed, broken } = ports;
  const { box, centre, check, signer } = journal;
  const life = epoch.of(toBase64url(random.bytes(16)));
  const ears = listeners(alarm);
  const heard = new Map<DeviceId, Heard>();
  const present = presence();
  const away = turnedAway(clock, changed);
  const guests = guestsOf(journal, quarantine, ports.centre, {
    came,
    unwelcome: changed,
    tooMuch: (device) => away.note('too-much', heard.get(device)?.address ?? '', device),
  });
  const server: AnsweringPorts = {
    server: serverId.of(toBase64url(signer.publicKey)),
    ...{ signer, check, clock, ...onceUsed(steady) },
    ahead: checksAhead(check),
    epoch: async () => life,
    guest: guests.guest,
    certificate: null,
    time: ports.time,
    besideTold(guest, { receiptsAfter }) {
      const passed = receiptsAfter === undefined ? null : ports.passedAfter(receiptsAfter);
      return { ...(passed && { passed }), ...(seesOthers(guest) && { heard: contacts() }) };
    },
  };
  const contacts = () => {
    const [now, listening] = [clock.now(), new Set(ears.devices())];
    return [...heard].slice(-500).map(([device, { at }]) => ({
      device,
      ago: Math.max(0, Math.round(now - at)),
      listening: listening.has(device),
    }));
  };

  const toAnswer = ({ frame, refusal, listener }: Answered): RelayAnswer => {
    if (!listener) return { frame, status: refusal ? statusOf[refusal.because] : 200 };
    return { takeOver: (stream) => ears.begin(listener, guests.journalOf(listener.device), frame, stream) };
  };
  const exchange: RelayRoute = async (bytes, { address, connection }) => {
    const from = { address, at: clock.now() };
    let known: DeviceId | null = null;
    const answered = await answering(
      {
        ...server,
        async guest(device, centre) {
          const found = await guests.guest(device, centre);
          if (!found.ok) return found;
          known = device;
          heard.set(device, from);
          changed();
          if (found.value.standing === 'granted') present.came(device, connection);
          return found;
        },
      },
      bytes,
    );
    const why = whyTurnedAway(answered);
    if (why) away.note(why, address, known);
    return toAnswer(answered);
  };
  const joining = [...ports.routes].map(([path, route]): [string, RelayRoute] => [
    path,
    async (bytes, caller) => {
      const answer = await route(bytes, caller);
      if ('frame' in answer && answer.turnedAway) away.note(answer.turnedAway, caller.address);
      return answer;
    },
  ]);
  const refused = async (refusal: Refusal) => toAnswer(await refusing(server, refusal));
  const dismissedEnd = () => {
    for (const device of present.devices()) {
      if (centre.membershipOf(device)?.is === 'member') continue;
      ears.end(device);
      present.end(device);
    }
  };

  const unwatch = box.watch((added, forked) => {
    const entries = [...added, ...forked];
    if (entries.some(({ entry }) => concernsGrants(entry.kind))) dismissedEnd();
    ears.came(entries);
  });
  const opened = await openRelayServer(
    {
      certificate: certificateOf(signer),
      routes: new Map([...Object.values(PATHS).map((path) => [path, exchange] as const), ...joining]),
      refused(why, address) {
        if (typeof why === 'object') {
          if (why.because === 'often') away.note('flood', address);
          return refused({ because: 'busy', retryAfter: why.milliseconds });
        }
        if (why !== 'failed') away.note('nonsense', address);
        return refused(why === 'too-large' ? { because: why, maxBytes: MAX_REQUEST_BYTES } : { because: why });
      },
      shut: (address) => away.note('flood', address),
      ...{ steady, broken },
    },
    port,
  ).catch((fault) => {
    unwatch();
    throw fault;
  });
  return {
    port: opened.port,
    heard: () => heard,
    turnedAway: away,
    listening: ears.devices,
    poke: ears.pokeAll,
    async close() {
      unwatch();
      ears.endAll();
      await opened.close();
    },
  };
}

/** Which machines are in contact is the office's to know, not a room's. */
function seesOthers({ reads }: Guest): boolean {
  return reads.includes('contacts' satisfies Channel);
}
