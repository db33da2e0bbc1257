import type { Alarm } from '../../shared/exchange/listening';
import type { Quitting } from '../copies/rolling';
import type { OpenExchange } from './openExchange';

const longest = 3_000;

/** Has the exchange end before Cachet does; whatever hangs is left as a power cut would leave it. */
export function endAtQuit(app: Quitting, exchange: Pick<OpenExchange, 'runs' | 'stop'>, alarm: Alarm): void {
  let last: 'not-yet' | 'under-way' | 'done' = 'not-yet';
  app.on('before-quit', (event) => {
    if (last === 'done' || (last === 'not-yet' && !exchange.runs)) return;
    event.preventDefault();
    if (last === 'under-way') return;
    last = 'under-way';
    const end = () => {
      if (last === 'done') return;
      last = 'done';
      app.quit();
    };
    alarm.set(longest, end);
    exchange.stop().catch(console.error).then(end);
  });
}
