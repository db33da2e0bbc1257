import { type App, net, powerMonitor, shell } from 'electron';
import type { Clock, Random } from '../../shared/kernel/ports';
import { tellAll } from '../bridge/tellAll';
import type { KnownCentre } from '../copies/openCopies';
import type { OpenJournal } from '../journal/openJournal';
import { alarm } from './alarm';
import { endAtQuit } from './goodbye';
import { watchNetwork } from './networkWatch';
import { OpenExchange } from './openExchange';
import type { WayOut } from './post';
import { wayOut } from './wayOut';
import { wayTo } from './wayTo';

/** Opens the exchange over the open journal, for as long as the program runs, with or without windows. */
export async function startExchange(ports: {
  readonly app: App;
  readonly journal: OpenJournal;
  readonly known: Pick<KnownCentre, 'centre'>;
  readonly clock: Clock;
  readonly random: Random;
  /** Milliseconds of a clock that only goes forward. */
  readonly steady: () => number;
}): Promise<OpenExchange> {
  const { app, journal, known, clock, random, steady } = ports;
  // A machine that is not enrolled needs no network session of its own
  let out: WayOut | null = null;
  const exchange = await OpenExchange.open({
    ...{ journal, clock, random, alarm, steady },
    folder: app.getPath('userData'),
    wayTo(address) {
      out ??= wayOut(app.getVersion());
      return wayTo(address, out, alarm);
    },
    clear: !app.isPackaged,
    centre: () => known.centre?.code ?? null,
    changed: (state) => tellAll('exchangeChanged', state),
    came: (entries) => tellAll('entriesCame', { entries }),
    broken: console.error,
    openPage: (url) => shell.openExternal(url),
  });
  watchNetwork(powerMonitor, net, () => exchange.now());
  endAtQuit(app, exchange, alarm);
  return exchange;
}
