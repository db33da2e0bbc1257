import { machineKinds } from '../exam/machines/kinds';
import type { Entry } from '../journal/entry';
import { type DeviceId, deviceOf } from '../journal/launch';

/** Where a machine says that it can be reached; null when an entry says nothing of the kind, or speaks for another one. */
export function listensIn(entry: Entry): { readonly device: DeviceId; readonly addresses: readonly string[] } | null {
  const { kind, version, about, data, stream } = entry;
  if (kind !== 'machine.listens') return null;
  const said = machineKinds[kind].read(version, { about, data });
  const device = deviceOf(stream);
  return said?.about.device === device ? { device, addresses: said.data.addresses } : null;
}
