import { type Role, roleNamed } from '../../shared/kernel/role';
import { capital } from './times';

/** What a role is called. */
export const roleText: Readonly<Record<Role, string>> = {
  setup: 'Mise en service',
  centreHead: 'Chef de centre',
  deputyCentreHead: 'Adjoint au chef de centre',
  examSecretariat: 'Secrétariat d’examen',
  roomLeadInvigilator: 'Surveillant responsable de salle',
  invigilator: 'Surveillant',
  headquarters: 'Siège',
};

/** What a role is called that an entry names: a later version may know others. */
export function roleSaid(name: string): string {
  const role = roleNamed(name);
  return role ? roleText[role] : 'Rôle d’une version plus récente';
}

/** « Surveillant responsable de salle, surveillant » */
export function rolesText(roles: readonly Role[]): string {
  return capital(roles.map(roleWithin).join(', '));
}

/** What a role is called inside a sentence. */
export function roleWithin(role: Role): string {
  const name = roleText[role];
  return `${name.charAt(0).toLocaleLowerCase('fr')}${name.slice(1)}`;
}

/** What a role may do here, in a line. */
export const roleDetail: Readonly<Record<Role, string>> = {
  setup: 'Première ouverture du poste',
  centreHead: 'Décide, voit toutes les salles, donne les accès',
  deputyCentreHead: 'Remplace le chef de centre, avec les mêmes droits',
  examSecretariat: 'Prépare la session, imprime les documents',
  roomLeadInvigilator: 'Conduit une salle, du contrôle au procès-verbal',
  invigilator: 'Fait l’appel, note les sorties et les incidents',
  headquarters: 'Publie les sessions et donne aux postes leurs droits',
};
