import { centreCode } from '../../shared/exchange/names';
import { contentOfDossier } from '../../shared/formats/content';
import { demonstration } from '../../shared/formats/demonstration/demonstration';
import { day } from '../../shared/kernel/ids';
import { dayOf } from '../../shared/kernel/instant';
import type { CentreJournals } from '../journal/centreJournals';
import { type PublishingPorts, publish } from './publish';

/** The centre that exists in demonstrations only. */
export const demonstrationCentre = centreCode.of('0929999Z');

/** Publishes a made-up session that begins today, unless its centre has one already. Resolves to whether it did. */
export async function seedDemonstration(journals: CentreJournals, ports: PublishingPorts): Promise<boolean> {
  const journal = journals.of(demonstrationCentre);
  if ((await journal.frontier()).size > 0) return false;
  const today = day.of(dayOf(ports.clock.now(), 'Europe/Paris'));
  await publish(journal, contentOfDossier(demonstration({ size: 'M', seed: 1, day: today }), 'démonstration'), ports);
  return true;
}
