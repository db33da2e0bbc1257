import type { NetworkState, RelayState } from '../../shared/bridge/network';
import { MINUTE } from '../../shared/kernel/clockTime';
import type { Path } from '../network/path';
import { relayTroubleTold } from './networkTrouble';
import { capital, counted, lengthText } from './times';

const nn = '\u202F';
const nb = '\u00A0';

/** The words of the desk « Réseau »: the centre's own machines, and how they reach each other. */
export const networkText = {
  title: 'Réseau du centre',
  lead: `Les postes du centre s’échangent leurs saisies entre eux, sans passer par Internet${nn}: il suffit que l’un d’eux serve de relais et que les autres le joignent.`,
  roomLead: 'Ce que ce poste envoie au relais du centre, et ce qui l’en empêche quand quelque chose l’en empêche.',
  waiting: 'Recherche du réseau…',
  own: {
    title: 'Ce poste',
    name: 'Nom',
    unnamed: (key: string) => `poste ${key}…`,
    serves: 'Relais',
    yes: 'ce poste sert de relais',
    no: 'ce poste n’est pas un relais',
    addresses: 'Adresses',
    addressesSay: `À taper sur un autre poste qui ne le trouve pas de lui-même.`,
    clock: 'Horloge',
    serve: 'Servir de relais',
    stop: 'Ne plus servir de relais',
    served: 'Ce poste sert de relais.',
    stopped: 'Ce poste ne sert plus de relais.',
    officeOnly: 'Seuls le chef de centre, son adjoint et le secrétariat en décident.',
    stopTitle: 'Ne plus servir de relais\u202F?',
    stopSay:
      'Les autres postes ne pourront plus échanger par celui-ci. Chacun continue de travailler et garde ses saisies\u202F; elles partiront dès qu’un relais sera de nouveau joint.',
    stopKeep: 'Continuer de servir',
  },
  relays: {
    title: 'Relais du centre',
    none: `Aucun relais n’est connu de ce poste. Sur le poste du chef de centre, choisissez «${nn}Servir de relais${nn}».`,
    noneServing: 'Ce poste est le seul relais connu. Un second permettrait de continuer si celui-ci s’arrêtait.',
    through: 'Joint à',
    notReached: 'pas encore joint',
    contact: 'Dernier contact',
    never: 'aucun encore',
    awaited: 'En attente ici',
    nothingWaits: 'rien\u202F: il a accusé réception de tout',
    clock: 'Horloge',
    now: 'Échanger maintenant',
    retired: 'Ce relais a écarté ce poste.',
    address: 'Adresse d’un relais',
    addressHint: `Celle que son écran affiche, page «${nn}Réseau${nn}», comme 192.168.1.20:47110`,
    tryIt: 'Essayer',
    tried: (name: string) => `${capital(name)} répond à cette adresse\u202F: elle est retenue.`,
    since: (hour: string) => `Depuis ${hour}.`,
  },
  machines: {
    title: 'Postes du centre',
    name: 'Poste',
    rooms: 'Salles',
    allRooms: 'tout le centre',
    noRoom: 'aucune, poste de secours',
    person: 'Dernière personne',
    nobody: 'personne encore',
    contact: 'Dernier contact',
    noContact: 'aucun',
    wrote: (hour: string) => `saisie à ${hour}`,
    clock: 'Horloge',
    path: 'Par où',
    state: 'Nouvelles',
    own: 'ce poste',
    dismissed: 'écarté',
    listening: 'aussitôt',
    later: 'par intervalles',
    notLinked: 'aucune',
  },
  room: {
    title: 'Ce poste et le relais',
    cut: 'Ce poste ne joint aucun relais en ce moment. Ce que vous saisissez est enregistré ici, et partira dès qu’il en joindra un.',
    cutRemedy: 'Continuez à travailler.',
    alone:
      'Ce poste n’est relié à aucun relais. Ce que vous saisissez est enregistré ici, et n’est nulle part ailleurs.',
    aloneRemedy: `Continuez à travailler. Le chef de centre peut ajouter ce poste, ou reprendre vos saisies par une clé USB.`,
    linked: (relay: string) => `Relié au relais «${nn}${relay}${nn}».`,
    isRelay: 'Ce poste sert de relais aux autres.',
  },
} as const;

/** Why a machine that was asked to be a relay is none, or is reached by nobody. */
/** Why the network's settings were not kept. */
export const notKeptText = {
  storage: 'Le disque de ce poste a refusé de le noter.',
  later:
    'Les réglages du réseau de ce poste viennent d’une version plus récente de Cachet\u202F; ils restent tels quels. Mettez ce poste à jour, entre deux épreuves.',
} as const;

/** Why a typed address is not retained. */
export const notTriedText = {
  unreadable: 'Cette adresse ne se lit pas. Elle ressemble à 192.168.1.20:47110.',
  nobody: `Personne ne répond à cette adresse. Relisez-la sur l’écran du relais, page «${nn}Réseau${nn}», ou examinez le réseau.`,
  stranger: 'Ce qui répond à cette adresse n’est pas un poste de votre centre. Rien ne lui a été dit.',
  own: 'C’est l’adresse de ce poste.',
  ...notKeptText,
} as const;

export const notServingText: Readonly<Record<NonNullable<NetworkState['notServing']>, string>> = {
  'port-taken': 'Un autre programme occupe ce qu’il faut à Cachet pour être joint. Redémarrez ce poste.',
  'no-address': 'Ce poste n’est sur aucun réseau\u202F: reliez-le par Wi-Fi ou par câble. Il servira de lui-même.',
  failed: 'Ce poste n’a pas pu ouvrir le relais. Redémarrez-le\u202F; si cela recommence, choisissez un autre poste.',
};

/** A relay in two or three words. */
export function relayChip(relay: RelayState): { readonly state: 'good' | 'waiting' | 'bad'; readonly words: string } {
  const { trouble, standing, phase, awaited } = relay;
  if (standing === 'revoked') return { state: 'bad', words: 'Poste écarté' };
  if (trouble) return { state: 'waiting', words: relayTroubleTold(trouble.what).brief };
  if (phase === 'opening') return { state: 'waiting', words: 'Connexion…' };
  if (awaited > 0) return { state: 'waiting', words: `${counted(awaited, 'saisie', 'saisies')} en attente` };
  return { state: 'good', words: 'À jour' };
}

/** How wrong a clock is. @param fast milliseconds by which it is ahead of the centre's time; null while not known */
export function clockOffText(fast: number | null): string {
  if (fast === null) return 'pas encore comparée';
  const off = Math.abs(fast);
  if (off < 2_000) return 'à l’heure';
  const length = off < MINUTE ? `${Math.round(off / 1_000)}${nb}s` : lengthText(off);
  return `${fast > 0 ? 'avance' : 'retarde'} de ${length}`;
}

/** « 2 min 10 », « 1 h 05 »: how long a room was not heard of. */
function silenceText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  if (seconds >= 3_600) return lengthText(milliseconds);
  return `${Math.floor(seconds / 60)}${nb}min${nb}${String(seconds % 60).padStart(2, '0')}`;
}

/** A room of whose machines nothing was heard: nothing is said of its exam. */
export const silentText = {
  title: 'Salles sans nouvelles',
  line: (room: string, length: number, hour: string) =>
    `${room}${nn}: sans nouvelles depuis ${silenceText(length)}, dernier contact ${hour}`,
  say: 'Le réseau ne joint plus leurs postes. Cela ne dit rien de l’épreuve elle-même\u202F: ce qui s’y saisit reste enregistré sur place.',
  open: 'Voir le réseau',
};

/** By which way what a machine writes comes here. */
export function pathText(path: Path): string {
  switch (path.kind) {
    case 'self':
      return '—';
    case 'here':
      return 'ce poste, qui sert de relais';
    case 'relay':
      return `relais «${nn}${path.name}${nn}»`;
    case 'is-relay':
      return path.address === null ? 'relais, pas encore joint' : `relais, à ${path.address}`;
    case 'none':
      return 'siège ou clé USB';
  }
}
