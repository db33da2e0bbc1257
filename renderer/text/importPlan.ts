import type { Candidate } from '../../shared/exam/people/kinds';
import type { FieldChange } from '../../shared/formats/comparison';
import type { PlanFault } from '../../shared/formats/plan';

const fieldNames: Readonly<Record<keyof Candidate, string>> = {
  id: 'n° candidat',
  registration: 'n° d’inscription',
  familyName: 'nom de famille',
  usageName: 'nom d’usage',
  givenNames: 'prénoms',
  birthDate: 'date de naissance',
  division: 'classe',
  category: 'catégorie',
  ine: 'INE',
  diploma: 'diplôme',
  speciality: 'spécialité',
  teaching: 'enseignements',
  accommodations: 'aménagements',
};
const names = new Map<string, string>(Object.entries(fieldNames));

/** `classe : TMA → TMB`, for each field that differs. */
export function changedFields(fields: readonly FieldChange[]): string {
  return fields
    .map(({ field, before, after }) => `${names.get(field) ?? field} : ${valueText(before)} → ${valueText(after)}`)
    .join(' ; ');
}

function valueText(value: unknown): string {
  if (value === null || value === '') return 'vide';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'modifiés';
}

/** Why a file is not for the session that is open here, and what to do. */
export function planFaultText(fault: PlanFault): string {
  switch (fault.kind) {
    case 'other-centre':
      return `Cette liste est celle du centre ${fault.found} ; cette machine prépare le centre ${fault.expected}. Choisissez la liste de votre centre.`;
    case 'other-year':
      return `Cette liste est celle de la session ${fault.found} ; cette machine prépare la session ${fault.expected}. Choisissez la liste de cette année.`;
    case 'demonstration-here':
      return 'Cette machine montre un centre de démonstration : un vrai dossier ne s’y mêle pas. Installez le vrai centre sur un poste vierge.';
    case 'demonstration-file':
      return 'Ce dossier est une démonstration : il ne se mêle pas à un vrai centre.';
  }
}
