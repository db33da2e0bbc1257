import type { NetworkState, RelayState } from '../../shared/bridge/network';
import type { MachinePurpose } from '../../shared/centre/machineTerms';
import { type CentreState, fact, facts } from '../../shared/exam/state';
import { type DeviceId, deviceId } from '../../shared/journal/launch';
import type { PersonId, RoomId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import { centreHour } from '../../shared/kernel/statement';
import { shortName } from '../text/machines';
import { networkText } from '../text/network';
import type { LastWriter } from './lastWriters';
import { placeOf } from './pairing/admitting';
import type { Path } from './path';

/** One machine of the centre, as far as is known here. */
export interface CentreMachine {
  readonly device: DeviceId;
  /** As the head called it when they let it in; null where nobody named it. */
  readonly name: string | null;
  readonly own: boolean;
  readonly dismissed: boolean;
  /** What a head let it in for; null where none did. */
  readonly purpose: MachinePurpose | null;
  /** Those that it is for; of one that nobody let in for rooms, the one of which it was last heard. */
  readonly rooms: readonly RoomId[];
  readonly person: PersonId | null;
  /** When a relay was last in contact with it; null where none is known to have been. */
  readonly contact: Instant | null;
  /** When somebody last wrote on it, in the centre's time as far as it knew it. */
  readonly wrote: Instant | null;
  readonly path: Path;
  readonly listening: boolean;
  /** Milliseconds by which its clock is ahead of the centre's time; null while it is not known. */
  readonly fast: number | null;
  /** Entries held here that it has not signed for; null where it is no relay. */
  readonly waiting: number | null;
}

/** The centre's machines: those that were let in, those that said something of themselves, those that were heard of. */
export function machinesOf(
  state: CentreState,
  network: NetworkState,
  writers: ReadonlyMap<DeviceId, LastWriter>,
): readonly CentreMachine[] {
  const known = [
    network.device,
    ...[...facts(state, 'memberships', 'session').keys(), ...facts(state, 'relays', 'session').keys()],
    ...[...facts(state, 'machines', 'session').keys(), ...writers.keys()],
    ...[...network.heard, ...network.relays].map(({ device }) => device),
  ].flatMap((each) => {
    const parsed = deviceId.schema.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
  const all = [...new Set(known)].map((device) => machineOf(device, state, network, writers.get(device) ?? null));
  return all.sort((a, b) => rank(a) - rank(b) || nameOrder(a, b));
}

function machineOf(
  device: DeviceId,
  state: CentreState,
  network: NetworkState,
  writer: LastWriter | null,
): CentreMachine {
  const membership = fact(state, 'memberships', 'session', device);
  const admitted = membership?.is === 'admitted' ? membership : null;
  const relay = network.relays.find((each) => each.device === device) ?? null;
  const heard = heardOf(device, network);
  const own = device === network.device;
  const place = placeOf(state, device);
  const purpose = place?.purpose ?? null;
  const rooms = purpose === 'room' ? (admitted?.rooms ?? []) : writer?.room ? [writer.room] : [];
  return {
    ...{ device, own, rooms, purpose },
    name: place?.name ?? null,
    dismissed: membership?.is === 'dismissed',
    person: writer?.person ?? null,
    contact: latest([heard?.at ?? null, relay?.lastContact ?? null]),
    wrote: writer && centreHour({ wall: writer.at, offset: writer.offset }),
    path: pathOf(device, state, network, relay),
    listening: own || heard?.listening === true || relay?.pokes === true,
    fast: fastOf(own, network, relay, writer),
    waiting: relay?.awaited ?? null,
  };
}

/** The latest contact that any relay tells of; this machine where it is one itself. */
function heardOf(device: DeviceId, { heard, relays }: NetworkState) {
  const all = [...heard, ...relays.flatMap((each) => each.heard)].filter((each) => each.device === device);
  return all.sort((a, b) => b.at - a.at)[0] ?? null;
}

function pathOf(device: DeviceId, state: CentreState, network: NetworkState, relay: RelayState | null): Path {
  if (device === network.device) return { kind: 'self' };
  if (relay) return { kind: 'is-relay', address: relay.through };
  if (network.heard.some((each) => each.device === device)) return { kind: 'here' };
  const through = network.relays.find(({ heard }) => heard.some((each) => each.device === device));
  return through ? { kind: 'relay', name: nameOf(state, through.device) } : { kind: 'none' };
}

function fastOf(own: boolean, { ahead }: NetworkState, relay: RelayState | null, writer: LastWriter | null) {
  if (own) return ahead === null ? null : -ahead;
  if (relay && relay.ahead !== null) return relay.ahead - (ahead ?? 0);
  return writer?.offset == null ? null : -writer.offset;
}

/** As the head called a machine; else by the first signs of its key. */
export function nameOf(state: CentreState, device: string): string {
  return fact(state, 'machinePlaces', 'session', device)?.name ?? networkText.own.unnamed(shortName(device));
}

function rank({ own, dismissed }: CentreMachine): number {
  return own ? 0 : dismissed ? 2 : 1;
}

function nameOrder(a: CentreMachine, b: CentreMachine): number {
  return (a.name ?? `\uFFFF${a.device}`).localeCompare(b.name ?? `\uFFFF${b.device}`, 'fr', { numeric: true });
}

function latest(moments: readonly (Instant | null)[]): Instant | null {
  return moments.reduce<Instant | null>(
    (last, each) => (each !== null && (last === null || each > last) ? each : last),
    null,
  );
}
