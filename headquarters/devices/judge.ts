import { beyondCutOff } from '../../shared/centre/admissions';
import type { Grants } from '../../shared/centre/grants';
import { membershipOf } from '../../shared/centre/membership';
import { permit } from '../../shared/centre/permit';
import { rightsOf } from '../../shared/centre/rights';
import { belongsInto, catalogue, isEntryKind } from '../../shared/exam/catalogue';
import type { Judge } from '../../shared/exchange/receive';
import type { Entry } from '../../shared/journal/entry';
import { type DeviceId, deviceOf } from '../../shared/journal/launch';
import { roleNamed } from '../../shared/kernel/role';
import { channelNameOf, channelOf } from '../../shared/kernel/statement';
import type { AdmittedThere } from './admitted';
import type { CutOff, Device } from './devices';

/**
 * Says whether an entry's device, channel, kind and content are welcome in its centre. A kind, or a role, that only a
 * later program knows is welcome: it changes nothing here. Whose a taking back was is for the fold to say, which holds
 * what it takes back; of one in a closed channel its place alone can be seen, and that its device was given the channel. What a device of the centre wrote without the right to stays in its chain, marked, so that nothing
 * after it is lost; what a stranger or a revoked device wrote is kept aside. A device that was let in again goes on with
 * new streams: those of before its revocation stay cut off.
 * A machine that the centre's heads let in counts as they said, within what their own machines were granted.
 * @param own headquarters' own key: what it published comes back to it
 */
export function judgeFor(
  devices: ReadonlyMap<DeviceId, Device>,
  own: DeviceId,
  admitted: Pick<AdmittedThere, 'grants'>,
): Judge {
  return (entry) => {
    const { stream } = entry;
    const writer = deviceOf(stream);
    if (writer === own) return null;
    const device = devices.get(writer);
    if (!device) return judgedThere(entry, admitted.grants);
    if (device.revoked && !before(entry, device.revoked)) return { because: 'revoked', held: 'aside' };
    if (device.earlier.some((cutOff) => cutOff.has(stream) && !before(entry, cutOff)))
      return { because: 'revoked', held: 'aside' };
    if (!device.channels.includes(channelNameOf(stream)) || !roleGranted(entry, device))
      return { because: 'not-granted', held: 'in-chain' };
    return unwelcomeContent(entry);
  };
}

function judgedThere(entry: Entry, grants: Grants | null): ReturnType<Judge> {
  const membership = grants && membershipOf(grants, deviceOf(entry.stream));
  if (!grants || !membership) return { because: 'not-enrolled', held: 'aside' };
  if (membership.is === 'dismissed' && beyondCutOff(grants.admissions, entry))
    return { because: 'revoked', held: 'aside' };
  return rightsOf(entry, grants).ok ? unwelcomeContent(entry) : { because: 'not-granted', held: 'in-chain' };
}

/** What a machine says of itself is said in whichever role somebody happens to have there. */
function roleGranted({ kind, by }: Entry, device: Device): boolean {
  const roles: readonly string[] | null = device.roles;
  return roles === null || roles.includes(by.role) || /^(machine|safeCopy)\./.test(kind);
}

function before({ stream, seq, id }: Entry, cutOff: CutOff): boolean {
  const last = cutOff.get(stream);
  return last !== undefined && (seq < last.seq || id === last.id);
}

function unwelcomeContent({ stream, kind, version, about, data, by, closed }: Entry): ReturnType<Judge> {
  if (by.role === 'headquarters') return { because: 'not-granted', held: 'in-chain' };
  const channel = channelOf(stream);
  if (!isEntryKind(kind) || channel === null || roleNamed(by.role) === null) return null;
  const known = catalogue[kind];
  if (!belongsInto(kind, channel) || !permit(by.role, kind)) return { because: 'not-granted', held: 'in-chain' };
  if (!closed && version <= known.version && known.read(version, { about, data }) === null)
    return { because: 'schema', held: 'in-chain' };
  return null;
}
