import { catalogue } from '../../shared/exam/catalogue';
import type { GrantTerms, WrappedKey } from '../../shared/exam/grants/kinds';
import { type Day, day } from '../../shared/kernel/ids';
import { centreRoles, type Role } from '../../shared/kernel/role';
import type { Device } from '../devices/devices';

/** Who writes on a machine for which no roles were chosen: everybody of a centre, and its first run. */
const everybody: readonly Role[] = [...centreRoles, 'setup'];

/** What a device is granted: its channels whole, in the roles of its code, for the days of its code or a year. */
export function termsFor(device: Device, keys: readonly WrappedKey[], today: Day): GrantTerms {
  const { centre, channels, roles, firstDay, lastDay, wrapping, label } = device;
  const name = label.trim().slice(0, 80);
  const kinds = Object.values(catalogue).filter(({ channel }) => channels.includes(channel));
  const areas = new Set(kinds.map(({ kind }) => kind.replace(/\..*$/, '.*')));
  return {
    centre,
    roles: [...(roles ?? everybody)],
    reads: [...channels],
    writes: [...areas].sort(),
    from: firstDay ?? daysAfter(today, -1),
    until: lastDay ?? daysAfter(today, 366),
    keys: [...keys],
    ...(wrapping === null ? {} : { wrapping }),
    ...(name === '' ? {} : { name }),
  };
}

function daysAfter(from: Day, days: number): Day {
  return day.of(new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
}
