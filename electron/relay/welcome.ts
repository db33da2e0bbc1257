import type { Guest } from '../../shared/exchange/answers';
import type { CentreCode } from '../../shared/exchange/names';
import type { Judge, Quarantine } from '../../shared/exchange/receive';
import { type DeviceId, deviceOf } from '../../shared/journal/launch';
import { err, ok, type Result } from '../../shared/kernel/result';
import { type Arrivals, arrivals } from '../exchange/arrivals';
import type { OpenJournal } from '../journal/openJournal';

/**
 * Lets the centre's machines in, and nobody else; who was dismissed may still bring what it wrote before.
 * @param own the code of the centre whose journal this is; null before there is one
 * @param told how many entries others brought, once they are durable; that some were not welcome; and who brought more of
 *   those than is kept
 */
export function guestsOf(
  { box, centre }: Pick<OpenJournal, 'box' | 'centre'>,
  quarantine: Quarantine,
  own: () => string | null,
  told: {
    readonly came: (entries: number) => void;
    readonly unwelcome: () => void;
    readonly tooMuch: (device: DeviceId) => void;
  },
) {
  const judge = judgeAmong(centre, () => []);
  const journals = new Map<DeviceId, Arrivals>();
  const journalFor = (device: DeviceId) => {
    const journal = journals.get(device) ?? arrivals(box, told.came);
    journals.set(device, journal);
    return journal;
  };

  const quarantines = new Map<DeviceId, Quarantine>();
  const quarantineFor = (device: DeviceId) => {
    const own = quarantines.get(device) ?? withinReason(quarantine, told.unwelcome, () => told.tooMuch(device));
    quarantines.set(device, own);
    return own;
  };

  return {
    /** Null while that machine was never let in. */
    journalOf: (device: DeviceId): Arrivals | null => journals.get(device) ?? null,
    async guest(device: DeviceId, code: CentreCode): Promise<Result<Guest, 'unknown-device' | 'wrong-centre'>> {
      if (own() !== code) return err('wrong-centre');
      const membership = centre.membershipOf(device);
      if (!membership) return err('unknown-device');
      const journal = journalFor(device);
      const common = { device, journal, quarantine: quarantineFor(device), judge };
      if (membership.is === 'dismissed') return ok({ ...common, standing: 'revoked', reads: [] });
      return ok({ ...common, standing: 'granted', reads: membership.reads });
    },
  };
}

/** Of what nobody may take, so much is kept of what one machine brings until the next start. */
const aside = { entries: 20_000, bytes: 16 * 1024 * 1024 };

/** A quarantine for what one machine brings: beyond reason it is full. */
function withinReason(quarantine: Quarantine, unwelcome: () => void, tooMuch: () => void): Quarantine {
  let [entries, bytes] = [0, 0];
  return {
    holdsAside: (id) => quarantine.holdsAside(id),
    async keep(more) {
      const apart = more.filter(({ why }) => why.held === 'aside');
      const known = await Promise.all(apart.map(({ why }) => quarantine.holdsAside(why.id)));
      const news = apart.filter((_, at) => !known[at]);
      const size = news.reduce((sum, { sealed }) => sum + sealed.bytes.length, 0);
      if (entries + news.length > aside.entries || bytes + size > aside.bytes) {
        tooMuch();
        return err({ kind: 'storage', reason: 'full' });
      }
      entries += news.length;
      bytes += size;
      const kept = await quarantine.keep(more);
      unwelcome();
      return kept;
    },
  };
}

/**
 * What machines of a centre take from each other. A stranger's words, and what a dismissed machine wrote after, are kept
 * aside; what a machine of the centre had no right to write stays in its chain, marked, so that nothing after it is lost.
 * @param roots whom this machine was told to believe when it joined, before it has any entry that says who is who
 */
export function judgeAmong(centre: Omit<OpenJournal['centre'], 'roots'>, roots: () => readonly DeviceId[]): Judge {
  return (entry) => {
    const writer = deviceOf(entry.stream);
    if (centre.isHeadquarters(writer)) return null;
    const membership = centre.membershipOf(writer);
    if (!membership) return roots().includes(writer) ? null : { because: 'not-enrolled', held: 'aside' };
    if (membership.is === 'dismissed' && centre.beyondCutOff(entry)) return { because: 'revoked', held: 'aside' };
    const rights = centre.rightsHere(entry);
    return rights.ok ? null : { because: rights.error.because, held: 'in-chain' };
  };
}
