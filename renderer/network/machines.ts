import type { NetworkState, RelayState } from '../../shared/bridge/network';
import type { MachinePurpose } from '../../shared/centre/machineTerms';
import type { GrantTerms } from '../../shared/exam/grants/kinds';
import { roomMachines, unhandedTo } from '../../shared/exam/lists/unhanded';
import { type CentreState, fact, facts } from '../../shared/exam/state';
import { type DeviceId, deviceId } from '../../shared/journal/launch';
import type { PersonId, RoomId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import { centreHour } from '../../shared/kernel/statement';
import { readsAllLists } from './headquartersGrant';
import type { LastWriter } from './lastWriters';
import type { MachineNames } from './machineNames';
import { placeOf } from './pairing/admitting';
import type { Path } from './path';

/** One machine of the centre, as far as is known here. */
export interface CentreMachine {
  readonly device: DeviceId;
  /** As it is called; null where nobody named it. */
  readonly name: string | null;
  readonly own: boolean;
  readonly dismissed: boolean;
  /** What a head let it in for, or headquarters enrolled it for; null where nobody did. */
  readonly purpose: MachinePurpose | null;
  /** Those that it is for; of one that nobody let in for rooms, the one of which it was last heard. */
  readonly rooms: readonly RoomId[];
  /** How many of those who sit in its rooms it was not handed yet as the lists have them; null where it is handed none. */
  readonly unhanded: number | null;
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

/** How machines are called, and what headquarters let them do. */
export interface KnownOfMachines {
  readonly names: MachineNames;
  readonly grants: ReadonlyMap<string, GrantTerms>;
}

/** The centre's machines: those that were let in, those that said something of themselves, those that were heard of. */
export function machinesOf(
  state: CentreState,
  network: NetworkState,
  writers: ReadonlyMap<DeviceId, LastWriter>,
  known: KnownOfMachines,
): readonly CentreMachine[] {
  const met = [
    network.device,
    ...[...facts(state, 'memberships', 'session').keys(), ...facts(state, 'relays', 'session').keys()],
    ...[...facts(state, 'machines', 'session').keys(), ...writers.keys()],
    ...[...network.heard, ...network.relays].map(({ device }) => device),
  ].flatMap((each) => {
    const parsed = deviceId.schema.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
  const handed = new Map(roomMachines(state).map((each) => [each.device, unhandedTo(state, each).length]));
  const all = [...new Set(met)].map((device) => ({
    unhanded: handed.get(device) ?? null,
    ...machineOf(device, state, network, writers.get(device) ?? null, known),
  }));
  return all.sort((a, b) => rank(a) - rank(b) || nameOrder(a, b));
}

function machineOf(
  device: DeviceId,
  state: CentreState,
  network: NetworkState,
  writer: LastWriter | null,
  { names, grants }: KnownOfMachines,
): Omit<CentreMachine, 'unhanded'> {
  const membership = fact(state, 'memberships', 'session', device);
  const admitted = membership?.is === 'admitted' ? membership : null;
  const relay = network.relays.find((each) => each.device === device) ?? null;
  const heard = heardOf(device, network);
  const own = device === network.device;
  const purpose = placeOf(state, device)?.purpose ?? purposeOf(grants.get(device));
  const rooms = purpose === 'room' ? (admitted?.rooms ?? []) : writer?.room ? [writer.room] : [];
  return {
    ...{ device, own, rooms, purpose },
    name: names.known(device),
    dismissed: membership?.is === 'dismissed',
    person: writer?.person ?? null,
    contact: latest([heard?.at ?? null, relay?.lastContact ?? null]),
    wrote: writer && centreHour({ wall: writer.at, offset: writer.offset }),
    path: pathOf(device, network, relay, names),
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

function pathOf(device: DeviceId, network: NetworkState, relay: RelayState | null, names: MachineNames): Path {
  if (device === network.device) return { kind: 'self' };
  if (relay) return { kind: 'is-relay', address: relay.through };
  if (network.heard.some((each) => each.device === device)) return { kind: 'here' };
  const through = network.relays.find(({ heard }) => heard.some((each) => each.device === device));
  return through ? { kind: 'relay', name: names.of(through.device) } : { kind: 'none' };
}

function fastOf(own: boolean, { ahead }: NetworkState, relay: RelayState | null, writer: LastWriter | null) {
  if (own) return ahead === null ? null : -ahead;
  if (relay && relay.ahead !== null) return relay.ahead - (ahead ?? 0);
  return writer?.offset == null ? null : -writer.offset;
}

/** What headquarters enrolled a machine for; null where they did not. */
function purposeOf(grant: GrantTerms | undefined): MachinePurpose | null {
  if (grant === undefined) return null;
  return readsAllLists(grant) ? 'office' : 'room';
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
