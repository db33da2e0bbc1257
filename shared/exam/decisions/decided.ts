import { type EntryId, type RoomId, sittingId } from '../../kernel/ids';
import { heads, type Register, read } from '../../kernel/register';
import { settlementBy } from '../contests/contests';
import { placeOf } from '../contests/place';
import { type WroteTo, writtenBy } from '../staff/written';
import type { Aspect, CentreState, Values } from '../state';
import { concern } from './concern';
import type { MatterInRoom } from './matters';

/** A matter that an entry decided, and whether its decision stands. */
export interface Decided extends MatterInRoom {
  /** False once something said later took its place, or while it is contested. */
  readonly stands: boolean;
  /** It concerns a room only if the room was at work when it was said. */
  readonly atWork: boolean;
}

/** What an entry decided for rooms, as it said it: of a settling, also for the rooms whose version it set aside. */
export function decidedBy(state: CentreState, entry: EntryId): readonly Decided[] {
  return writtenBy(state, entry).flatMap((wrote) => ofRegister(state, entry, wrote.aspect, wrote));
}

function ofRegister<A extends Aspect>(
  state: CentreState,
  entry: EntryId,
  aspect: A,
  { scope, key }: WroteTo,
): readonly Decided[] {
  const row = concern[aspect];
  if (row.when === 'never') return [];
  const register: Register<Values[A]> = state.shelves.get<A>(aspect)?.get(scope)?.get(key) ?? [];
  const written = register.find(({ id }) => id === entry);
  if (!written) return [];
  const stands =
    read(register, state.withdrawn).kind !== 'contested' &&
    heads(register, state.withdrawn).some(({ id }) => id === entry);
  const before = register.filter(({ id }) => written.supersedes.includes(id));
  const found =
    row.when === 'settled'
      ? settledIn(state, aspect, scope, key, entry)
      : row.tell(state, { entry, scope, key, before: before.map(({ value }) => value), after: written.value });
  return found.map((each) => ({ ...each, stands, atWork: row.when === 'atWork' }));
}

/** The rooms that any of the versions named, once a head has chosen between them. */
function settledIn(
  state: CentreState,
  aspect: Aspect,
  scope: string,
  key: string,
  entry: EntryId,
): readonly MatterInRoom[] {
  const settlement = settlementBy(state, entry);
  const sitting = sittingId.parse(scope);
  if (!settlement || !sitting.ok) return [];
  const said = [entry, ...settlement.versions];
  const register: Register<Values[Aspect]> = state.shelves.get<Aspect>(aspect)?.get(scope)?.get(key) ?? [];
  const versions = register
    .filter(({ id }) => said.includes(id))
    .map(({ id, by, value }) => ({ value, words: [{ entry: id, by }] }));
  const rooms: readonly RoomId[] = placeOf(state, { aspect, scope, key, versions }).rooms;
  return rooms.map((room) => ({ sitting: sitting.value, room, matter: { kind: 'settled', aspect, scope, key } }));
}
