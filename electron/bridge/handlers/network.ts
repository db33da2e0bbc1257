import type { networkMethods } from '../../../shared/bridge/network';
import type { CentreNetwork } from '../../relay/centreNetwork';
import { examinationPorts, examine } from '../../relay/examination';
import type { Handlers } from '../serve';

type NetworkHandlers = Pick<Handlers, keyof typeof networkMethods>;

/** Answers for the centre's own network, as soon as the journal is open: windows may ask before. */
export function networkHandlers(opening: Promise<CentreNetwork>): NetworkHandlers {
  return {
    networkState: async () => (await opening).state(),
    serve: async (asked) => (await opening).serve(asked),
    tryAddress: async (asked) => (await opening).tryAddress(asked),
    networkNow: async () => (await opening).now(),
    examineNetwork: async () => examine(await (await opening).state(), examinationPorts()),
    endsOfDevice: async (asked) => (await opening).endsOfDevice(asked),
    passedByRelays: async () => (await opening).passedByRelays(),
    receivedAtRelay: async () => (await opening).receivedAtRelay(),
  };
}
