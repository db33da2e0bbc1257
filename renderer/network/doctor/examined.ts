import type { Bridge } from '../../../shared/bridge/bridge';
import type { ExchangeState } from '../../../shared/bridge/exchange';
import { diagnosis, type Found, type Outside } from '../../../shared/exchange/diagnosis';
import type { Examined } from '../../../shared/exchange/examined';

export interface Examination {
  readonly facts: Examined;
  /** The most likely cause first. */
  readonly found: readonly Found[];
}

/** Tries everything there is to try, headquarters too, and draws conclusions. Takes four seconds at most. */
export async function examined(
  bridge: Pick<Bridge, 'exchangeNow' | 'examineNetwork' | 'exchangeState'>,
): Promise<Examination> {
  await bridge.exchangeNow();
  const facts = await bridge.examineNetwork();
  return { facts, found: diagnosis(facts, outsideOf(await bridge.exchangeState())) };
}

/** Whether anything past this network answers, as far as the talk with headquarters tells. */
export function outsideOf(state: ExchangeState): Outside {
  if (state.kind === 'alone' || state.phase === 'opening') return 'unknown';
  return state.trouble?.what.kind === 'unreachable' ? 'silent' : 'answers';
}
