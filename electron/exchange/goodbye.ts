import type { Alarm } from '../../shared/exchange/listening';
import type { Quitting } from '../copies/rolling';

/** Something that runs beside the windows. */
interface Running {
  readonly runs: boolean;
  stop(): Promise<void>;
}

const longest = 3_000;

/** Has the exchanges end before Cachet does; whatever hangs is left as a power cut would leave it. */
export function endAtQuit(app: Quitting, exchanges: readonly Running[], alarm: Alarm): void {
  let last: 'not-yet' | 'under-way' | 'done' = 'not-yet';
  app.on('before-quit', (event) => {
    if (last === 'done' || (last === 'not-yet' && exchanges.every(({ runs }) => !runs))) return;
    event.preventDefault();
    if (last === 'under-way') return;
    last = 'under-way';
    const end = () => {
      if (last === 'done') return;
      last = 'done';
      app.quit();
    };
    alarm.set(longest, end);
    Promise.all(exchanges.map((each) => each.stop()))
      .catch(console.error)
      .then(end);
  });
}
