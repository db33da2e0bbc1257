import { counted } from '../../renderer/text/times';
import type { ToldFault } from '../../shared/watch/told';

/** The words of typing in a status. */
export const enteredText = {
  title: 'Saisir un état dicté',
  say: 'Le centre lit, sur son bureau ou sur sa feuille, des groupes de cinq signes. Le texte entier du code photographié convient aussi.',
  typed: 'Ce que le centre dicte',
  hint: 'Majuscules ou minuscules, tirets ou espaces\u202F: peu importe. I et L valent 1, O vaut 0.',
  heard: (centre: string, hour: string) => `${centre}, état de ${hour}`,
  otherCentre: 'Ce numéro n’est pas celui d’un centre affiché.',
  rooms: (planned: number, open: number, started: number, ended: number, closed: number) =>
    `${counted(planned, 'salle prévue', 'salles prévues')}\u202F: ${counted(open, 'ouverte', 'ouvertes')}, ${counted(started, 'commencée', 'commencées')}, ${counted(ended, 'finie', 'finies')}, ${counted(closed, 'close', 'closes')}`,
  candidates: (present: number, absent: number, unmarked: number, contested: number) =>
    [
      counted(present, 'présent', 'présents'),
      counted(absent, 'absent', 'absents'),
      ...(unmarked > 0 ? [`${unmarked} à appeler`] : []),
      ...(contested > 0 ? [`${contested} à trancher`] : []),
    ].join(', '),
  incidents: (count: number) => counted(count, 'incident', 'incidents'),
  readBack: 'Relisez ces chiffres à votre interlocuteur avant d’enregistrer.',
  confirm: 'Enregistrer l’état dicté',
  cancel: 'Revenir',
  done: (centre: string) => `État dicté de ${centre} enregistré.`,
  panel: (form: 'whole' | 'dictated', hour: string) =>
    form === 'dictated'
      ? `Dicté au téléphone\u202F: état de ${hour}`
      : `Lu sur le code du centre\u202F: état de ${hour}`,
  by: (name: string, hour: string) => `Saisi par ${name} à ${hour}. Ces chiffres ne sont dans aucun total.`,
} as const;

/** Why what was typed is not a status, and what to ask the centre. */
export function toldFaultText(told: ToldFault): string {
  const { fault } = told;
  switch (fault.kind) {
    case 'length':
      return `Il manque des signes, ou il y en a trop\u202F: ${counted(fault.typed, 'signe saisi', 'signes saisis')}, par groupes de cinq.`;
    case 'group':
      return `Le groupe ${fault.group} n’est pas bon\u202F: faites-le répéter.`;
    case 'line':
      return `La ligne ${fault.line} est abîmée${fault.said === '' ? '' : ` («\u202F${fault.said}\u202F»)`}\u202F: faites-la relire.`;
    case 'whole':
      return 'Une ligne manque ou n’est pas à sa place.';
    case 'newer':
      return 'Ce centre a un bureau plus récent que cette page\u202F: rechargez-la.';
    case 'not-ours':
    case 'nonsense':
      return 'Chaque groupe est bon, mais l’ensemble ne dit rien\u202F: faites tout relire.';
  }
}
