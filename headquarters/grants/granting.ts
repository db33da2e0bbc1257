import { sealChannelKey } from '../../node/channelKeySeal';
import { nameOfKey } from '../../node/keyName';
import { type Grants, grantDay, grantsOf } from '../../shared/centre/grants';
import { type GrantTerms, grantTerms, type WrappedKey } from '../../shared/exam/grants/kinds';
import type { CentreCode } from '../../shared/exchange/names';
import { type DeviceId, deviceOf, deviceOfKey } from '../../shared/journal/launch';
import { canonical } from '../../shared/kernel/canonical';
import type { PersonId, StreamId } from '../../shared/kernel/ids';
import type { Clock, Random, Signer } from '../../shared/kernel/ports';
import { heads } from '../../shared/kernel/register';
import { channel, closedChannels } from '../../shared/kernel/statement';
import { actorOf } from '../audit/trail';
import type { Database } from '../database/database';
import { type Device, deviceNamed, devicesOf } from '../devices/devices';
import type { CentreJournals } from '../journal/centreJournals';
import type { CentreWriters } from '../journal/centreWriters';
import { entriesOf, latestOf } from '../journal/readCentre';
import type { ChannelKeys } from './channelKeys';
import { termsFor } from './terms';

export interface GrantingPorts {
  readonly database: Database;
  readonly journals: CentreJournals;
  readonly writers: CentreWriters;
  readonly channelKeys: ChannelKeys;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly random: Random;
}

/** Streams that a grant tells of at most. */
const mostBegun = 400;

/** Grants, as headquarters' signed entries in the centre's journal. */
export function granting(ports: GrantingPorts) {
  const { database, journals, writers, clock, random } = ports;
  const own = deviceOfKey(ports.signer.publicKey);

  async function wrappedFor({ centre, channels, wrapping }: Device): Promise<readonly WrappedKey[]> {
    if (wrapping === null) return [];
    const wrapped: WrappedKey[] = [];
    for (const name of channels) {
      const known = channel.safeParse(name);
      if (!known.success || !closedChannels.includes(known.data)) continue;
      for (const key of await ports.channelKeys.all(centre, known.data)) {
        const sealed = sealChannelKey(wrapping, known.data, key, random);
        if (sealed) wrapped.push({ channel: known.data, id: nameOfKey(key), ...sealed });
      }
    }
    return wrapped;
  }

  /** How far the device's streams have come here: the longest, where there are more than a grant can tell. */
  async function begunBy({ centre, device }: Device): Promise<readonly (readonly [StreamId, number])[]> {
    const heads = [...(await journals.of(centre).frontier())].filter(([stream]) => deviceOf(stream) === device);
    return heads
      .map(([stream, { seq }]) => [stream, seq] as const)
      .sort(([, one], [, other]) => other - one)
      .slice(0, mostBegun);
  }

  /** Says something of a device, in the place of what stands of it. Nothing where the centre's session is not ours. */
  async function say(
    by: PersonId,
    centre: CentreCode,
    device: DeviceId,
    saying: (grants: Grants, standing: readonly (GrantTerms | null)[]) => Promise<Saying | null>,
  ): Promise<boolean> {
    const journal = journals.of(centre);
    return writers.of(centre).turn(actorOf(by), async (put, since) => {
      const entries = await entriesOf(journal, 'session');
      since(latestOf(entries));
      const grants = grantsOf(entries, own);
      if (!grants.signingKeys.has(own)) return false;
      const stand = heads(grants.devices.get(device), new Set());
      const said = await saying(
        grants,
        stand.map(({ value }) => value.terms),
      );
      if (!said) return false;
      const { kind, data } = said;
      put({ channel: 'session', kind, version: 1, about: { device }, data, supersedes: stand.map(({ id }) => id) });
      return true;
    });
  }

  /**
   * Gives a device what its code was made for, with the keys of its closed channels as they are now. False when it has
   * just that, or is no device of a centre any more.
   */
  async function give(by: PersonId, named: DeviceId): Promise<boolean> {
    const device = await deviceNamed(database, named);
    if (!device || device.revoked) return false;
    return say(by, device.centre, named, async (grants, standing) => {
      const today = grantDay(grants, clock.now());
      const [only, ...others] = standing;
      const known = others.length === 0 ? (only ?? null) : null;
      const begun = standing.length === 0 ? await begunBy(device) : (known?.begun ?? null);
      const said = termsFor(device, await wrappedFor(device), today);
      const data = grantTerms.parse(begun ? { ...said, begun } : said);
      return known && sameTerms(known, data) ? null : { kind: 'grant.given', data };
    });
  }

  /** Ends what a device was given, and changes the locks of the closed channels that it read. */
  async function end(by: PersonId, { device, centre, channels }: Device, reason: string): Promise<void> {
    await say(by, centre, device, async () => ({ kind: 'grant.ended', data: { reason } }));
    const shut = closedChannels.filter((each) => channels.includes(each));
    for (const each of shut) await ports.channelKeys.add(centre, each);
    if (shut.length === 0) return;
    await giveAll(by, centre);
  }

  /** As `give`, to every device of a centre: what came from there may have told who headquarters is. */
  async function giveAll(by: PersonId, centre: CentreCode): Promise<void> {
    for (const { device } of await devicesOf(database, centre)) await give(by, device);
  }

  return { give, giveAll, end };
}
export type Granting = ReturnType<typeof granting>;

type Saying =
  | { readonly kind: 'grant.given'; readonly data: GrantTerms }
  | { readonly kind: 'grant.ended'; readonly data: { readonly reason: string } };

/** Whether two grants say the same; keys go by their names, for each sealing looks different, and dates stay as given. */
function sameTerms(one: GrantTerms, other: GrantTerms): boolean {
  const told = ({ keys, from: _from, until: _until, begun: _begun, ...terms }: GrantTerms) =>
    canonical({ ...terms, keys: keys.map(({ channel: of, id, to }) => `${of} ${id} ${to}`) });
  return told(one) === told(other);
}
