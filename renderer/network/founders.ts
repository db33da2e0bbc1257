import { keysIn } from '../../shared/centre/founding';
import { sessionKinds } from '../../shared/exam/session/kinds';
import { type DeviceId, deviceOf } from '../../shared/journal/launch';
import type { EntryId } from '../../shared/kernel/ids';
import type { Statement } from '../../shared/kernel/statement';
import type { EntryPlace } from '../headquarters/reach';

/**
 * The machine on which somebody of the centre published the session by this statement; null for any other statement, and
 * for a key of headquarters', which is no machine of the centre.
 */
export function founderBy(
  { id, kind, version, about, data, by }: Statement,
  placeOf: (id: EntryId) => EntryPlace | null,
): DeviceId | null {
  if (kind !== 'session.published' || by.role === 'headquarters') return null;
  const place = placeOf(id);
  const [said] = sessionKinds[kind].facts(version, { about, data }, id) ?? [];
  const device = place && deviceOf(place.stream);
  return device && said && !keysIn(said.value).includes(device) ? device : null;
}
