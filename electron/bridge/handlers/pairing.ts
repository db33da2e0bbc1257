import type { pairingMethods } from '../../../shared/bridge/pairing';
import type { CameraGrant } from '../../permissions';
import type { StartedNetwork } from '../../relay/startNetwork';
import type { Handlers } from '../serve';

type PairingHandlers = Pick<Handlers, keyof typeof pairingMethods>;

/** Answers for how machines come into the centre, as soon as the journal is open. */
export function pairingHandlers(
  opening: Promise<Pick<StartedNetwork, 'pairing' | 'joining' | 'lookNearby'>>,
  camera: CameraGrant,
): PairingHandlers {
  return {
    pair: async () => (await opening).pairing.pair(),
    pairingState: async () => (await opening).pairing.state(),
    endPairing: async () => (await opening).pairing.end(),
    joinByLink: async (asked) => (await opening).joining.joinByLink(asked),
    joinByCode: async (asked) => (await opening).joining.joinByCode(asked),
    joiningState: async () => (await opening).joining.state(),
    leaveJoining: async () => (await opening).joining.leave(),
    lookNearby: async ({ on }) => (await opening).lookNearby(on),
    allowCamera: () => camera.allowOnce(),
  };
}
