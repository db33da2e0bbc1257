import { centreCode } from '../../shared/exchange/names';
import { demonstration } from '../../shared/formats/demonstration/demonstration';
import { utf8 } from '../../shared/kernel/bytes';
import { day, sessionId } from '../../shared/kernel/ids';
import { dayOf } from '../../shared/kernel/instant';
import type { Clock } from '../../shared/kernel/ports';
import { unwrap } from '../../shared/kernel/result';
import { headquartersItself } from '../audit/trail';
import type { Database } from '../database/database';
import type { CentreJournals } from '../journal/centreJournals';
import { createSession } from '../sessions/sessions';
import type { Importing } from './importing';

/** The centre that exists in demonstrations only. */
export const demonstrationCentre = centreCode.of('0929999Z');

export interface DemonstrationPorts {
  readonly database: Database;
  readonly journals: CentreJournals;
  readonly imports: Importing;
  readonly clock: Clock;
}

/** Publishes a made-up session that begins today, unless its centre has one already. Resolves to whether it did. */
export async function seedDemonstration({ database, journals, imports, clock }: DemonstrationPorts): Promise<boolean> {
  if ((await journals.of(demonstrationCentre).frontier()).size > 0) return false;
  const today = day.of(dayOf(clock.now(), 'Europe/Paris'));
  const dossier = demonstration({ size: 'M', seed: 1, day: today });
  const { name, year, zone, authority, recoveryKeys = [] } = dossier.session;
  const session = {
    ...{ name, year, zone, authority, recoveryKeys },
    id: sessionId.of(dossier.session.id),
    demonstration: true,
  };
  await createSession(database, session);
  const file = { name: 'démonstration.json', bytes: utf8(JSON.stringify(dossier)) };
  unwrap(await imports.publish(headquartersItself, session, [file]));
  return true;
}
