import { useEffect } from 'react';
import { roomsOf } from '../../shared/documents/postedList';
import { roomStateModel } from '../../shared/documents/roomState';
import type { CentreState } from '../../shared/exam/state';
import { type Instant, MINUTE } from '../../shared/kernel/instant';
import { usePorts } from '../app/ports';
import { openPressRoom } from '../pages/pressRoom';
import { useDesk } from '../store/useDesk';
import { roomStateFile } from '../text/copies';
import { sittingsUnderWay } from './health';

const every = 4 * MINUTE;

/** During sittings, draws the state of each room every few minutes and has main put it beside the safe copy, if asked to. */
export function useRoomStates(): void {
  const { bridge, clock } = usePorts();
  const desk = useDesk();
  useEffect(() => {
    const press = openPressRoom();
    let over = false;
    let drawn: CentreState | null = null;
    const draw = async (): Promise<void> => {
      const { state } = desk.store.getState();
      const now = clock.now();
      const under = sittingsUnderWay(state, now);
      if (state === drawn || under.length === 0) return;
      const { kept, trouble } = await bridge.safeCopyState();
      if (!kept?.rooms || trouble) return;
      const pages: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
      for (const model of under.flatMap(({ id }) => roomsOf(state, id).flatMap(modelOf(state, id, now)))) {
        const pressed = await press.print({ models: [model], printedAt: now }, () => undefined).result;
        if (over) return;
        if (pressed.outcome === 'failed') throw new Error(`the pages' worker failed: ${pressed.message}`);
        if (pressed.outcome === 'finished') {
          const { day, start } = model.sitting;
          pages.push({ name: roomStateFile(model.room, day, start), bytes: pressed.bytes });
        }
      }
      if (await bridge.keepRoomStates({ pages })) drawn = state;
    };
    let drawing = false;
    const turn = () => {
      if (drawing) return;
      drawing = true;
      draw()
        .catch((error: unknown) => console.error(error))
        .finally(() => {
          drawing = false;
        });
    };
    const timer = setInterval(turn, every);
    window.addEventListener(setUpEvent, turn);
    turn();
    return () => {
      over = true;
      clearInterval(timer);
      window.removeEventListener(setUpEvent, turn);
      press.close();
    };
  }, [bridge, clock, desk]);
}

/** Told in this window when the copies were set up: the first pages follow at once. */
export const setUpEvent = 'cachet-safe-copy-set-up';

function modelOf(state: CentreState, sitting: Parameters<typeof roomStateModel>[1], now: Instant) {
  return (room: Parameters<typeof roomStateModel>[2]) => roomStateModel(state, sitting, room, now) ?? [];
}
