import type { ReactNode } from 'react';
import type { Root } from 'react-dom/client';
import type { Bridge, BridgeOutput } from '../../shared/bridge/bridge';
import type { Actor } from '../../shared/kernel/statement';
import type { Door } from '../unlock/UnlockForm';
import { Entrance } from './Entrance';
import { OpeningFailed, OpeningScreen } from './OpeningScreen';
import type { Behind, OpenedApp } from './openApp';
import type { OpeningProgress } from './openCentre';

export interface EntrancePorts {
  readonly screen: Pick<Root, 'render'>;
  /** What follows # in the window's address. */
  readonly address: string;
  readonly bridge: Pick<Bridge, 'cover' | 'unlock'>;
  /** Resolves once the key of the journal is at hand; shows what the vault asks for until then, and null after. */
  readonly passVault: (show: (screen: ReactNode) => void) => Promise<void>;
  readonly fetchBehind: () => Promise<Behind>;
}

/**
 * Asks for what the vault wants, if anything; shows the cover as soon as main can tell it, while everything behind is
 * fetched and the journal opened; then the desk, to whoever came in meanwhile.
 */
export function enter({ screen, address, bridge, passVault, fetchBehind }: EntrancePorts): void {
  const fetched = fetchBehind();
  let vault: ReactNode = null;
  let cover: BridgeOutput<'cover'> | null = null;
  let progress: OpeningProgress | null = null;
  let entered: Actor | null = null;
  let app: OpenedApp | null = null;
  let failure: ReactNode = null;
  const door: Door = {
    unlock: bridge.unlock,
    expected: (role) => void fetched.then((behind) => behind.fetchDesk(role)),
  };

  function draw(): void {
    const awaited = cover !== null && cover.acting === null && cover.people.length > 0 ? cover : null;
    if (failure) screen.render(failure);
    else if (vault) screen.render(vault);
    else if (app && (entered || app.pressing || !awaited)) screen.render(app.screen(entered));
    else if (awaited) {
      const shown = { cover: awaited, door, entered: entered !== null, busy: app === null, progress };
      screen.render(<Entrance {...shown} onUnlock={come} />);
    } else screen.render(<OpeningScreen progress={progress} />);
  }

  function come(actor: Actor): void {
    entered = actor;
    draw();
  }

  function failed(error: unknown): void {
    console.error(error);
    failure ??= <OpeningFailed error={error} />;
    draw();
  }

  async function open(): Promise<void> {
    const behind = await fetched;
    app = await behind.open((to) => {
      progress = to;
      draw();
    });
    draw();
  }

  if (/^#\/?clock(\/|$)/.test(address)) {
    fetched.then((behind) => screen.render(behind.clock()), failed);
    return;
  }
  draw();
  passVault((shown) => {
    vault = shown;
    draw();
  }).catch(failed);
  open().catch(failed);
  bridge.cover().then((told) => {
    cover = told;
    if (!app) draw();
  }, failed);
}
