import type { Windows } from '../../windows';
import type { Handler } from '../serve';

export const openClock =
  (windows: Windows): Handler<'openClock'> =>
  () =>
    windows.openClock();
export const closeClock =
  (windows: Windows): Handler<'closeClock'> =>
  () =>
    windows.closeClock();
