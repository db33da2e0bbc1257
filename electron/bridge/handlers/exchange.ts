import type { exchangeMethods } from '../../../shared/bridge/exchange';
import type { OpenExchange } from '../../exchange/openExchange';
import type { Handlers } from '../serve';

type ExchangeHandlers = Pick<Handlers, keyof typeof exchangeMethods>;

/** Answers for the exchange with headquarters, as soon as the journal is open: windows may ask before. */
export function exchangeHandlers(opening: Promise<OpenExchange>): ExchangeHandlers {
  return {
    exchangeState: async () => (await opening).state(),
    enrol: async (asked) => (await opening).enrol(asked),
    leaveServer: async () => (await opening).leave(),
    exchangeNow: async () => (await opening).now(),
    openPortal: async () => ({ outcome: (await (await opening).openPortal()) ? 'opened' : 'failed' }),
    receivedThere: async () => (await opening).receivedThere(),
  };
}
