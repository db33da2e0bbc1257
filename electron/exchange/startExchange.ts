import { type App, BrowserWindow, net, powerMonitor, shell } from 'electron';
import type { BridgeEvent, BridgeNews } from '../../shared/bridge/bridge';
import type { Clock, Random } from '../../shared/kernel/ports';
import { tell } from '../bridge/tell';
import type { KnownCentre } from '../copies/openCopies';
import type { OpenJournal } from '../journal/openJournal';
import type { CentreNetwork } from '../relay/centreNetwork';
import type { RelayBook } from '../relay/relayBook';
import { type StartedNetwork, startNetwork } from '../relay/startNetwork';
import { alarm } from './alarm';
import { openExchangeFolder } from './exchangeFolder';
import { endAtQuit } from './goodbye';
import { watchNetwork } from './networkWatch';
import { OpenExchange } from './openExchange';
import { post, type WayOut } from './post';
import { wayOut } from './wayOut';
import { wayTo } from './wayTo';

export interface Exchanges {
  readonly headquarters: OpenExchange;
  readonly network: StartedNetwork;
}

/**
 * Opens the exchanges over the open journal, with headquarters and within the centre, for as long as the program runs,
 * with or without windows.
 */
export async function startExchange(ports: {
  readonly app: App;
  readonly journal: OpenJournal;
  readonly known: Pick<KnownCentre, 'centre'>;
  readonly book: RelayBook;
  readonly clock: Clock;
  readonly random: Random;
  /** Milliseconds of a clock that only goes forward. */
  readonly steady: () => number;
}): Promise<Exchanges> {
  const { app, journal, known, book, clock, random, steady } = ports;
  // A machine that is not enrolled needs no network session of its own
  let out: WayOut | null = null;
  let centre: CentreNetwork | null = null;
  const common = {
    ...(await openExchangeFolder(app.getPath('userData'), journal.casing)),
    ...{ journal, clock, random, alarm, steady },
    centre: () => known.centre?.code ?? null,
    came: (entries: number) => tellAll('entriesCame', { entries }),
    broken: console.error,
  };
  const headquarters = await OpenExchange.open({
    ...common,
    wayTo(address) {
      out ??= wayOut(app.getVersion());
      const through = out;
      return wayTo(address, (url, body, hearing) => post(through, url, body, hearing), alarm);
    },
    clear: !app.isPackaged,
    changed(state) {
      tellAll('exchangeChanged', state);
      centre?.headquartersTold();
    },
    openPage: (url) => shell.openExternal(url),
  });
  const network = await startNetwork({
    ...{ ...common, book },
    headquarters: () => headquarters.told,
    centreName: () => known.centre?.name ?? null,
    changed: (state) => tellAll('networkChanged', state),
    pairingChanged: (state) => tellAll('pairingChanged', state),
    joiningChanged: (state) => tellAll('joiningChanged', state),
    nearbyChanged: (found) => tellAll('nearbyChanged', [...found]),
  });
  centre = network.centre;
  watchNetwork(powerMonitor, net, { clock, steady }, () => {
    headquarters.now();
    network.centre.now();
  });
  endAtQuit(app, [headquarters, network.centre], alarm);
  return { headquarters, network };
}

function tellAll<E extends BridgeEvent>(event: E, news: BridgeNews<E>): void {
  for (const { webContents } of BrowserWindow.getAllWindows()) tell(webContents, event, news);
}
