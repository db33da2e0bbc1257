import type { PairingOfferState } from '../../../shared/bridge/pairing';
import { type MachinePurpose, termsOfMachine } from '../../../shared/centre/machineTerms';
import type { Dismissal } from '../../../shared/exam/admission/kinds';
import type { Command } from '../../../shared/exam/catalogue';
import { zoneOf } from '../../../shared/exam/session/today';
import { type CentreState, fact } from '../../../shared/exam/state';
import type { DeviceId } from '../../../shared/journal/launch';
import { day, type RoomId } from '../../../shared/kernel/ids';
import { dayOf, HOUR, type Instant } from '../../../shared/kernel/instant';

/** What a machine is to be in the centre. */
export interface MachinePlace {
  readonly name: string;
  readonly purpose: MachinePurpose;
  readonly rooms: readonly RoomId[];
}

/** A machine of the centre whose place another one takes. */
export interface MachineReplaced extends MachinePlace {
  readonly device: DeviceId;
}

/** How the machine whose place is taken goes: how far its streams had come, as far as is known here. */
export interface Replacing {
  readonly device: DeviceId;
  readonly reason: string;
  readonly cutOff: Dismissal['cutOff'];
}

type Arrived = NonNullable<PairingOfferState['arrived']>;

/** How long a machine is let in for: from the day before, for clocks that run late, to two months on. */
const days = { before: 1, after: 60 };

/** The place of a machine as the centre's heads last said it; null for one that none of them let in. */
export function placeOf(state: CentreState, device: DeviceId): MachineReplaced | null {
  const known = fact(state, 'machinePlaces', 'session', device);
  if (!known) return null;
  const purpose = known.reads.includes('people') ? 'office' : 'room';
  return { device, name: known.name, rooms: known.rooms, purpose };
}

/**
 * The head's words that let a machine in, and in the same gesture dismiss the one whose place it takes; null before there
 * is a session.
 */
export function admittingCommands(
  state: CentreState,
  { device, wrapping }: Pick<Arrived, 'device' | 'wrapping'>,
  { name, purpose, rooms }: MachinePlace,
  replaced: Replacing | null,
  now: Instant,
): readonly Command[] | null {
  const centre = fact(state, 'session', 'session', 'session')?.centre.code;
  if (centre === undefined) return null;
  const zone = zoneOf(state);
  const dated = (count: number) => day.of(dayOf(now + count * 24 * HOUR, zone));
  const terms = termsOfMachine(purpose, { centre, from: dated(-days.before), until: dated(days.after) });
  const given: Command = {
    kind: 'admission.given',
    about: { device },
    data: { name, rooms: [...rooms], wrapping, terms, replaces: replaced?.device ?? null },
  };
  return replaced ? [...leaving(state, replaced), given] : [given];
}

/** The word that dismisses the machine whose place is taken; none for one that is dismissed already. */
export function leaving(state: CentreState, { device, reason, cutOff }: Replacing): readonly Command[] {
  if (fact(state, 'memberships', 'session', device)?.is === 'dismissed') return [];
  return [dismissing(device, reason, cutOff)];
}

export function dismissing(device: DeviceId, reason: string, cutOff: Dismissal['cutOff']): Command {
  return { kind: 'admission.ended', about: { device }, data: { reason, cutOff } };
}
