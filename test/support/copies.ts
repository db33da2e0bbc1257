import type { CopyChecks } from '../../electron/copies/readCopy';
import type { CopyOrder } from '../../electron/copies/writeCopy';
import { openBlackBox } from '../../electron/journal/openBlackBox';
import type { CopiedCentre } from '../../shared/bridge/copies';
import { publishedCentre } from '../../shared/centre/publishedCentre';
import { deviceOfKey } from '../../shared/journal/launch';
import type { VerifiedEntry } from '../../shared/journal/verify';
import { instant } from '../../shared/kernel/instant';
import { unwrap } from '../../shared/kernel/result';
import type { Draft } from '../../shared/kernel/statement';
import { aCasing } from './casings';
import { aSigner, ed25519, Writer } from './devices';
import { FaultyFiles } from './faultyFiles';
import { seededNumbers } from './seededNumbers';

const numbers = seededNumbers(49);
export const randomly = {
  bytes: (count: number) => Uint8Array.from({ length: count }, () => Math.floor(numbers() * 256)),
};

export const aCentre: CopiedCentre = {
  session: 'BCP-2026',
  sessionName: 'Baccalauréat professionnel, session de juin 2026',
  year: 2026,
  zone: 'Europe/Paris',
  demonstration: false,
  code: '0751234K',
  name: 'LP Marie-Laurencin',
  town: 'Paris',
};

export const madeAt = instant.of(Date.UTC(2026, 5, 16, 9, 30));

export const checks: CopyChecks = { check: ed25519, centreOf: publishedCentre };

/** The entry that publishes a centre's session. */
export function publishing(of: CopiedCentre = aCentre): Partial<Draft> {
  const { session, sessionName, year, zone, demonstration, code, name, town } = of;
  return {
    channel: 'session',
    kind: 'session.published',
    about: { session },
    data: {
      id: session,
      name: sessionName,
      year,
      zone,
      authority: '',
      centre: { code, name, town },
      demonstration,
    },
  };
}

export async function aBoxOf(entries: readonly VerifiedEntry[]) {
  const files = new FaultyFiles();
  const { box } = await openBlackBox({
    files,
    casing: aCasing(),
    check: ed25519,
  });
  unwrap(await box.append(entries));
  return { box, files };
}

/** A machine's black box: two devices, one of them cloned, so that two entries are forks. */
export async function copiedBox(more = 0) {
  const [head, room] = [new Writer('head'), new Writer('room')];
  const published = head.next('', publishing());
  const first = room.run(3);
  const clone = room.cloned();
  const entries = [published, ...first, ...head.run(2), ...room.run(2, 4), ...clone.run(2, 14), ...head.run(more, 20)];
  return { ...(await aBoxOf(entries)), entries };
}

export function orderOf(box: CopyOrder['box'], openedBy: readonly string[]): CopyOrder {
  const device = deviceOfKey(aSigner('head').publicKey);
  return {
    box,
    of: aCentre,
    madeAt,
    device,
    version: '1.0.0',
    machineKeys: [],
    openedBy,
    random: randomly,
  };
}
