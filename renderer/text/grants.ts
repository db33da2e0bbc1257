import type { Day } from '../../shared/kernel/ids';
import type { NoGrant } from '../../shared/kernel/noGrant';
import { dateText } from './times';

const names: ReadonlyMap<string, string> = new Map([
  ['session', 'la session'],
  ['rooms', 'les salles'],
  ['people', 'les listes de candidats'],
  ['lists', 'les listes remises aux salles'],
  ['contacts', 'les contacts'],
  ['scripts', 'les copies'],
  ['marks', 'les notes'],
  ['jury', 'le jury'],
  ['finance', 'les paiements'],
]);

/** What a channel is called; one that only a later version knows keeps its name. */
export function channelText(channel: string): string {
  return names.get(channel) ?? channel;
}

/** Why this machine may not write something, and what to do about it. */
export function noGrantText(why: NoGrant): string {
  switch (why.because) {
    case 'never-granted':
      return 'ce domaine est fermé, et le siège n’a pas encore donné de droits à ce poste. Demandez-les au siège.';
    case 'ended':
      return 'le siège a retiré ses droits à ce poste. Continuez sur un autre poste et prévenez le chef de centre.';
    case 'channel':
      return 'le siège n’a pas ouvert ce domaine à ce poste. Demandez-le au siège, ou utilisez le poste prévu.';
    case 'kind':
      return 'les droits donnés par le siège à ce poste ne comprennent pas cette saisie. Utilisez le poste prévu.';
    case 'role':
      return 'les droits donnés par le siège à ce poste ne valent pas pour votre rôle. Déverrouillez sous un autre rôle.';
    case 'no-key':
      return 'ce poste n’a pas la clé de ce domaine. Demandez au siège de renouveler ses droits.';
    case 'wrong-channel':
      return 'cette saisie n’a pas sa place dans ce domaine.';
    case 'not-begun':
      return `les droits de ce poste commencent le ${dateText(why.from)}. ${believed(why.today)}`;
    case 'over':
      return `les droits de ce poste ont pris fin le ${dateText(why.until)}. ${believed(why.today)}`;
  }
}

/** A date refuses only where the clock may be wrong: what this machine believes is said with it. */
function believed(today: Day): string {
  return `Ce poste se croit le ${dateText(today)}\u202F: si ce n’est pas le jour, réglez son horloge, puis recommencez.`;
}
