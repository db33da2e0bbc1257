import { broughtReceipts } from './credit';
import { holdingsOf } from './holdings';
import { type Listener, listenOnce } from './listening';
import { backOff, chanceOf } from './pacing';
import type { Receipt } from './receipt';
import { type EarlyPull, openTalk, type Side, type Stepped, step } from './step';
import { listening, networkChanged, poked, type Talk, wrote } from './talk';

/** What a replica that is kept level with a server can be told. */
export interface KeptLevel {
  /** Entries were written here: they go within moments. */
  wrote(): void;
  /** The network changed, the machine woke up, or a person wants it now. */
  networkChanged(): void;
  /** The server's own receipts came by another way. Resolves once they are believed, to how many say something new. */
  brought(receipts: readonly Receipt[]): Promise<number>;
  /** Resolves once the step under way, if any, is over. */
  stop(): Promise<void>;
  /** Rejects on a bug only: whatever the network or the server do is in the talk's `trouble`. */
  readonly over: Promise<void>;
}

type Happening = (talk: Talk, now: number) => Talk | Promise<Talk>;

/**
 * Keeps a replica level with a server for as long as the program runs: steps, waits as told, hears pokes.
 * @param changed is shown the talk as it begins and every one that follows, and until when it rests by the steady clock;
 *   null for not
 */
export function keepLevel(side: Side & Listener, changed: (talk: Talk, waitUntil: number | null) => void): KeptLevel {
  const { alarm } = side;
  const happened: Happening[] = [];
  let stopped = false;
  let latest: Talk | null = null;
  let wake = () => {};
  let endListening = () => {};

  const happens = (happening: Happening) => {
    happened.push(happening);
    wake();
  };
  const rest = (milliseconds: number, woken: (wake: () => void) => void) =>
    new Promise<void>((resolve) => {
      const silence = alarm.set(milliseconds, resolve);
      woken(() => {
        silence();
        resolve();
      });
    });

  const stepping = async () => {
    let talk = await openTalk(side);
    let early: EarlyPull | null = null;
    changed(talk, null);
    while (!stopped) {
      for (const happening of happened.splice(0)) talk = await happening(talk, side.steady());
      const stepped: Stepped = await step(talk, side, early);
      ({ talk, early } = stepped);
      latest = talk;
      changed(talk, stepped.waitUntil);
      if (stepped.waitUntil === null || happened.length > 0 || stopped) continue;
      await rest(Math.max(0, stepped.waitUntil - side.steady()), (now) => {
        wake = now;
      });
    }
  };

  const hearing = async () => {
    let failures = 0;
    while (!stopped) {
      const talk = latest;
      if (talk?.challenge && talk.protocol !== null && talk.standing === 'granted' && talk.trouble === null) {
        await listenOnce(side, talk, {
          begun(end) {
            endListening = end;
            if (stopped) end();
          },
          opened() {
            failures = 0;
            happens((now) => listening(now, true));
          },
          poked: () => happens(poked),
        });
        failures += 1;
        happens((now) => listening(now, false));
      }
      if (stopped) return;
      await rest(backOff(Math.max(1, failures), chanceOf(side.random)), (now) => {
        endListening = now;
      });
    }
  };

  const end = () => {
    stopped = true;
    wake();
    endListening();
  };
  const over = Promise.all([stepping().finally(end), hearing().finally(end)]).then(() => undefined);
  return {
    wrote: () => happens(wrote),
    networkChanged() {
      happens(networkChanged);
      // A stream through the old network may be dead without anyone knowing
      endListening();
    },
    brought(receipts) {
      const believed = new Promise<number>((resolve) => {
        happens(async (talk) => {
          const next = await broughtReceipts(talk, await holdingsOf(side.journal), receipts);
          const before = new Set([...talk.receipts.values()].flat());
          resolve([...next.receipts.values()].flat().filter((each) => !before.has(each)).length);
          return next;
        });
      });
      return Promise.race([believed, over.then(() => 0)]);
    },
    over,
    async stop() {
      end();
      await over;
    },
  };
}
