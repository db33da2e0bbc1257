import type { Epoch } from '../../shared/exchange/names';
import type { Random } from '../../shared/kernel/ports';
import type { Database } from '../database/database';
import { currentEpoch, standingOf } from './epochs';
import { remember, remembered } from './remembered';

const goodFor = 5_000;

export interface EpochKeeper {
  /** Of the database as it is now, or was a few seconds ago. */
  current(): Promise<Epoch>;
  /** As `current` last found it, whether or not the database answers: for what acknowledges nothing. */
  last(): Promise<Epoch>;
  /** To be called when a connection was lost: what answers next may be another database. */
  doubt(): void;
  /** Notes how far the database has come, so that an older image of it would be noticed at the next start. */
  note(): Promise<void>;
}

/**
 * @param file the note, beside the database
 * @param steady milliseconds of a clock that only goes forward
 */
export async function epochKeeper(
  database: Database,
  file: string,
  random: Random,
  steady: () => number,
): Promise<EpochKeeper> {
  const noted = await remembered(file);
  let found: Epoch | null = null;
  let known: { readonly epoch: Promise<Epoch>; readonly at: number } | null = null;

  function current(): Promise<Epoch> {
    if (known && steady() - known.at < goodFor) return known.epoch;
    const asked = { epoch: currentEpoch(database, random, noted), at: steady() };
    known = asked;
    asked.epoch.then(
      (epoch) => {
        if (known === asked) found = epoch;
      },
      () => {
        if (known === asked) known = null;
      },
    );
    return asked.epoch;
  }

  return {
    current,
    last: async () => found ?? current(),
    doubt() {
      known = null;
    },
    async note() {
      await remember(file, { ...(await standingOf(database)), epoch: await current() });
    },
  };
}
