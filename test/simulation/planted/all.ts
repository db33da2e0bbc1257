import { plantedInClosed } from './inClosed';
import { plantedInExchange } from './inExchange';
import { plantedInFold } from './inFold';
import { plantedInDatabase, plantedInJournal } from './inJournal';
import { plantedOnDisk } from './onDisk';
import type { Planted } from './planted';

/** Every bug put in on purpose. */
export const allPlanted: readonly Planted[] = [
  ...plantedOnDisk,
  ...plantedInJournal,
  ...plantedInDatabase,
  ...plantedInFold,
  ...plantedInExchange,
  ...plantedInClosed,
];
