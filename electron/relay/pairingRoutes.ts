import type { TurnedAwayBecause } from '../../shared/bridge/network';
import { readFrame, signedBy, writeFrame } from '../../shared/exchange/frame';
import { type Nonce, nonce, serverId } from '../../shared/exchange/names';
import {
  PAIRING_PATHS,
  type PairingAnswer,
  type PairingRefusal,
  type PairingRequest,
  pairingRequest,
} from '../../shared/exchange/pairing';
import { SPEAKS } from '../../shared/exchange/protocol';
import { keyOf } from '../../shared/exchange/signature';
import { deviceOfKey } from '../../shared/journal/launch';
import type { Clock } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { OpenJournal } from '../journal/openJournal';
import type { Pairing } from './pairing';
import type { RelayRoute } from './relayServer';

type Answer = PairingAnswer extends infer Each ? (Each extends PairingAnswer ? Omit<Each, Common> : never) : never;
type Common = 'protocol' | 'server' | 'nonce' | 'at';

/** What people are to know of who wanted to join and was refused. */
const guesses: { readonly [Because in PairingRefusal['because']]?: TurnedAwayBecause } = {
  'wrong-code': 'wrong-code',
  spent: 'wrong-code',
  'unknown-secret': 'wrong-link',
  'wrong-centre': 'other-centre',
  'bad-signature': 'forged',
};

/** Where newcomers show what they were given, as `shared/exchange/pairing.ts` has it. */
export function pairingRoutes(
  pairing: Pairing,
  { signer, check }: Pick<OpenJournal, 'signer' | 'check'>,
  clock: Clock,
): ReadonlyMap<string, RelayRoute> {
  const answer: RelayRoute = async (bytes, { address }) => {
    const { nonce, result } = outcomeOf(bytes, address);
    const turnedAway = result.ok ? undefined : guesses[result.error.because];
    const said: Answer = result.ok ? result.value : { type: 'not-joined', refusal: result.error };
    const server = serverId.of(deviceOfKey(signer.publicKey));
    const head = { ...said, protocol: SPEAKS.newest, server, nonce, at: clock.now() };
    const frame = writeFrame('answer', head, [], (body) => signer.sign(body));
    return { status: result.ok ? 200 : 403, frame, ...(turnedAway && { turnedAway }) };
  };

  function outcomeOf(bytes: Uint8Array, address: string) {
    const frame = readFrame(bytes);
    if (!frame.ok) return { nonce: null, result: err({ because: 'not-understood' } as const) };
    const asked = pairingRequest.safeParse(frame.value.head);
    if (!asked.success)
      return { nonce: nonceIn(frame.value.head), result: err({ because: 'not-understood' } as const) };
    const { device, nonce } = asked.data;
    if (!signedBy('request', frame.value, keyOf(device), check))
      return { nonce, result: err({ because: 'bad-signature' } as const) };
    return { nonce, result: answered(pairing, asked.data, address) };
  }

  return new Map(Object.values(PAIRING_PATHS).map((path) => [path, answer]));
}

function answered(pairing: Pairing, asked: PairingRequest, address: string): Result<Answer, PairingRefusal> {
  switch (asked.type) {
    case 'join': {
      const joined = pairing.join(asked, address);
      if (!joined.ok) return joined;
      if ('left' in joined.value) return ok({ type: 'awaiting', left: joined.value.left });
      return ok({ type: 'joined', ...joined.value, roots: [...joined.value.roots] });
    }
    case 'code': {
      const tried = pairing.try(asked.device, asked.nonce, asked.start);
      return tried.ok ? ok({ type: 'challenge', ...tried.value }) : tried;
    }
    case 'proof': {
      const proven = pairing.prove(asked.device, asked.attempt, asked.finish);
      return proven.ok ? ok({ type: 'link', ...proven.value }) : proven;
    }
  }
}

function nonceIn(head: unknown): Nonce | null {
  const found = typeof head === 'object' && head !== null && 'nonce' in head ? nonce.parse(head.nonce) : null;
  return found?.ok ? found.value : null;
}
