import { type Grants, grantsOf } from '../../shared/centre/grants';
import type { Entry } from '../../shared/journal/entry';
import type { Journal } from '../../shared/journal/journal';
import { type DeviceId, deviceOf } from '../../shared/journal/launch';
import { entriesOf } from '../journal/readCentre';
import type { Device } from './devices';

/** The machines that a centre's own heads let in, for one batch of entries. */
export interface AdmittedThere {
  /** What the centre's heads said, once somebody unknown had to be looked up; null before. */
  readonly grants: Grants | null;
  meet(entries: readonly Entry[]): Promise<void>;
}

/** Looks up who was let in by the centre itself, in its journal and in the batch, where headquarters knows not everybody. */
export function admittedThere(journal: Journal, devices: ReadonlyMap<DeviceId, Device>, own: DeviceId): AdmittedThere {
  let grants: Grants | null = null;
  return {
    get grants() {
      return grants;
    },
    async meet(entries) {
      const writers = entries.map(({ stream }) => deviceOf(stream));
      if (writers.every((each) => each === own || devices.has(each))) return;
      const known = await entriesOf(journal, 'session');
      const names = new Set(known.map(({ id }) => id));
      grants = grantsOf([...known, ...entries.filter(({ id }) => !names.has(id))], own);
    },
  };
}
