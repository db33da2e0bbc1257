import type { Quarantine } from '../../shared/centre/rights';

const nn = '\u202F';

/** What the exchange says of an entry it does not take as it stands (`Quarantined`). */
type Unwelcome =
  | 'not-an-entry'
  | 'bad-signature'
  | 'follows-quarantined'
  | 'not-enrolled'
  | 'revoked'
  | 'not-granted'
  | 'other-centre'
  | 'schema';

const reasons: Readonly<Record<Unwelcome | Quarantine['because'], string>> = {
  'not-an-entry': 'ce n’est pas une saisie lisible',
  'bad-signature': 'sa signature est fausse',
  'follows-quarantined': 'elle suit une saisie déjà mise de côté',
  'not-enrolled': 'le poste qui l’a écrite n’est pas rattaché',
  revoked: 'le poste qui l’a écrite n’avait plus de rattachement',
  'not-granted': 'ce poste ou ce rôle n’avait pas le droit de l’écrire',
  'other-centre': 'elle est d’un autre centre',
  schema: 'son contenu n’est pas conforme',
  'never-granted': 'le siège n’avait donné aucun droit à ce poste',
  ended: 'le siège avait retiré ses droits à ce poste',
  channel: 'ce domaine n’était pas ouvert à ce poste',
  kind: 'les droits de ce poste ne comprennent pas cette saisie',
  role: 'les droits de ce poste ne valent pas pour ce rôle',
  'no-key': 'ce poste n’avait pas la clé de ce domaine',
  'wrong-channel': 'cette saisie n’a pas sa place dans ce domaine',
  'not-begun': 'les droits de ce poste n’avaient pas commencé',
  over: 'les droits de ce poste avaient pris fin',
  'not-headquarters': 'elle se dit du siège, et le siège ne l’a pas signée',
  'not-entitled': 'ce rôle n’écrit cette saisie sur aucun poste',
};
const known: ReadonlyMap<string, string> = new Map(Object.entries(reasons));

/** Why an entry is kept aside; a reason that only a later version knows keeps its word. */
export function asideReasonText(because: string): string {
  return known.get(because) ?? `raison inconnue de cette version («${nn}${because}${nn}»)`;
}
