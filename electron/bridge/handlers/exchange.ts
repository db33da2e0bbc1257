import type { BridgeInput, BridgeOutput } from '../../../shared/bridge/bridge';
import type { exchangeMethods } from '../../../shared/bridge/exchange';
import { err, ok } from '../../../shared/kernel/result';
import type { OpenExchange } from '../../exchange/openExchange';
import type { Handlers } from '../serve';

type ExchangeHandlers = Pick<Handlers, keyof typeof exchangeMethods>;

/** Answers for the exchange with headquarters. */
export function exchangeHandlers(opening: Promise<OpenExchange>): ExchangeHandlers {
  return {
    exchangeState: async () => (await opening).state(),
    enrol: async (asked: BridgeInput<'enrol'>): Promise<BridgeOutput<'enrol'>> => (await opening).enrol(asked),
    async leaveServer() {
      const exchange = await opening;
      if (!exchange.mayEnrol()) return err({ kind: 'not-allowed' });
      await exchange.leave();
      return ok(undefined);
    },
    exchangeNow: async () => (await opening).now(),
    openPortal: async () => ({ outcome: (await (await opening).openPortal()) ? 'opened' : 'failed' }),
    receivedThere: async () => (await opening).receivedThere(),
  };
}
