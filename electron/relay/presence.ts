import type { Duplex } from 'node:stream';
import type { DeviceId } from '../../shared/journal/launch';

/** By which connections machines came that proved their key, as long as those are open. */
export function presence() {
  const present = new Map<DeviceId, Set<Duplex>>();

  return {
    came(device: DeviceId, connection: Duplex): void {
      const open = present.get(device) ?? new Set();
      if (open.has(connection)) return;
      present.set(device, open.add(connection));
      connection.once('close', () => {
        open.delete(connection);
        if (open.size === 0 && present.get(device) === open) present.delete(device);
      });
    },
    devices: (): readonly DeviceId[] => [...present.keys()],
    /** Ends all of a machine's at once. */
    end(device: DeviceId): void {
      for (const connection of [...(present.get(device) ?? [])]) connection.destroy();
    },
  };
}
