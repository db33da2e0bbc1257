import { roomsGiven } from '../../../shared/exam/admission/roomsServed';
import type { Command } from '../../../shared/exam/catalogue';
import { type CentreState, facts } from '../../../shared/exam/state';
import { type DeviceId, deviceId } from '../../../shared/journal/launch';
import { pairingText } from '../../text/pairing';
import { leaving, type MachineReplaced, placeOf, type Replacing } from './admitting';

/** A machine that is in, for no room yet: it takes whichever room's machine dies. */
export interface Spare {
  readonly device: DeviceId;
  readonly name: string;
}

export function sparesOf(state: CentreState): readonly Spare[] {
  const admitted = [...facts(state, 'memberships', 'session')].flatMap(([device, membership]) => {
    const isSpare = membership.is === 'admitted' && membership.rooms.length === 0;
    return isSpare && placeOf(state, deviceId.of(device))?.purpose === 'room'
      ? [{ device: deviceId.of(device), name: membership.name }]
      : [];
  });
  return admitted.sort((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true }));
}

/** The first number that no machine is called a spare by. */
export function nextSpareNumber(state: CentreState): number {
  const names = new Set([...facts(state, 'machinePlaces', 'session').values()].map(({ name }) => name));
  let number = 1;
  while (names.has(pairingText.form.spareName(number))) number += 1;
  return number;
}

/**
 * The head's words by which a spare takes over another machine's rooms and that one is dismissed; null where the spare is
 * in no more.
 */
export function sparesCommands(
  state: CentreState,
  spare: Spare,
  replaced: MachineReplaced,
  going: Pick<Replacing, 'reason' | 'cutOff'>,
): readonly Command[] | null {
  const given = roomsGiven(state, spare.device, replaced.rooms, replaced.device);
  return given && [...leaving(state, { ...going, device: replaced.device }), given];
}
