import type { DiskSpace } from '../../../shared/kernel/diskSpace';
import type { DiskGuard } from '../../disk/diskGuard';
import type { Handler } from '../serve';
import { tellAll } from '../tellAll';

export function disk(guard: DiskGuard): Handler<'disk'> {
  return () => guard.space;
}

/** Tells every window how much room there is. */
export function tellDisk(space: DiskSpace): void {
  tellAll('diskChanged', space);
}
