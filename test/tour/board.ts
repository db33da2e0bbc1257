import { displayName } from '../../shared/exam/people/names';
import type { Dossier } from '../../shared/formats/dossier/schema';
import type { Stage } from './stage';

/** A room of the current sitting, its address, and who leads it, as the head's board tells. */
export async function roomOnTheBoard(stage: Stage, dossier: Dossier, name: string) {
  await stage.open('#/centre');
  const card = stage.page
    .getByRole('listitem')
    .filter({ has: stage.page.getByRole('link', { name: name.replace('Salle ', ''), exact: true }) });
  const text = (await card.textContent()) ?? '';
  const lead = dossier.staff.find((person) => text.includes(displayName(person)));
  const room = dossier.rooms.find((each) => each.name === name);
  const [sitting] = dossier.sittings;
  if (!lead || !room || !sitting) throw new Error(`no lead is told for ${name}: ${text}`);
  return {
    room: name,
    route: `#/salle/${sitting.id}/${room.id}`,
    lead,
    leadRole: 'roomLeadInvigilator' as const,
    second: null,
  };
}
