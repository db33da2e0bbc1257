import type { JoiningState, NotJoined } from '../../shared/bridge/pairing';
import type { PairingRefusal } from '../../shared/exchange/pairing';
import type { Trouble } from '../../shared/exchange/trouble';
import type { CodeFault } from '../../shared/kernel/spokenCode';
import { counted } from './times';

/** The words of a machine that joins a centre. */
export const joiningText = {
  title: { firstRun: 'Rejoindre un centre', network: 'Rejoindre le réseau du centre' },
  lead: 'Sur le poste du chef de centre, dans «\u202FRéseau\u202F», choisissez «\u202FAjouter un poste\u202F». Trois moyens au choix\u202F:',
  firstRun: {
    title: 'Rejoindre un centre',
    lead: 'Un autre poste tient déjà ce centre, par exemple celui du chef de centre. Celui-ci en reçoit ce qu’il lui faut.',
    steps: [
      'Le chef de centre affiche un code sur son poste.',
      'Ce poste-ci le lit, ou vous le tapez.',
      'Les saisies arrivent, et vous ouvrez le bureau.',
    ],
    act: 'Rejoindre un centre',
  },
  camera: {
    title: 'Par la caméra',
    lead: 'Placez devant la caméra le carré que l’autre poste affiche.',
    start: 'Lire avec la caméra',
    stop: 'Arrêter la caméra',
    picture: 'Ce que voit la caméra',
    looking: 'La caméra cherche le code…',
    faults: {
      refused:
        'La caméra a été refusée à Cachet par ce système. Autorisez-la dans ses réglages, ou prenez un autre moyen.',
      missing: 'Ce poste n’a pas de caméra. Collez le lien, ou tapez l’adresse et le code.',
      busy: 'La caméra est prise par un autre programme. Fermez-le, ou prenez un autre moyen.',
    },
  },
  link: {
    title: 'Par le lien',
    field: 'Lien du centre',
    hint: 'Il commence par cachet://rejoindre.',
    send: 'Rejoindre par ce lien',
  },
  code: {
    title: 'Par l’adresse et le code',
    address: 'Adresse du poste relais',
    addressHint: 'Telle que l’autre poste l’affiche, par exemple 192.168.1.20:47110.',
    code: 'Code dicté',
    codeHint: 'Deux groupes de cinq signes. Tirets, espaces et majuscules ne comptent pas.',
    send: 'Rejoindre par ce code',
    nearby: 'Relais trouvés sur ce réseau',
    nearbySay: 'Comparez le nom avec celui qu’affiche l’autre poste.',
    none: 'Aucun relais trouvé sur ce réseau. C’est fréquent sur le Wi-Fi d’un établissement\u202F: tapez l’adresse.',
    take: (name: string, address: string) => `Poste ${name}, ${address}`,
  },
  /** On a machine that has a journal already. */
  here: {
    title: 'Relier ce poste',
    say: 'Ce poste tient le journal du centre, mais aucun autre poste ne l’a encore admis\u202F: par exemple après une réinstallation, ou une reprise depuis une copie de secours. Si c’est le premier poste du centre, choisissez plutôt «\u202FServir de relais\u202F».',
    act: 'Rejoindre le réseau du centre',
    headOnly: 'Le chef de centre relie ce poste aux autres.',
    keeps: 'Tout ce que ce poste tient déjà est gardé. Il ne rejoint que le centre dont il tient le journal.',
  },
  back: { firstRun: 'Revenir au choix', network: 'Revenir au réseau' },
  leave: 'Arrêter',
  progress: 'Où en est ce poste',
  steps: {
    reached: 'Connecté au relais',
    accepted: 'Accord du chef de centre',
    fetched: 'Reprise des saisies',
    ready: 'Prêt',
  },
  reaching: 'Ce poste cherche le relais…',
  awaiting: (name: string) =>
    `Le poste ${name} a reconnu ce code. Il attend l’accord du chef de centre\u202F: sa fenêtre doit rester ouverte, bureau déverrouillé.`,
  joined: (centre: string) => `Ce poste est du centre ${centre}.`,
  entries: (here: number, of: number) =>
    `Reprise des saisies\u202F: ${here.toLocaleString('fr')} sur ${Math.max(here, of).toLocaleString('fr')}`,
  arrived: {
    firstRun: (here: number) => `${counted(here, 'saisie reprise', 'saisies reprises')}.`,
    network: (here: number) => `${counted(here, 'saisie', 'saisies')} au journal.`,
  },
  waiting: 'Le relais ne répond plus pour l’instant. La reprise continue d’elle-même dès qu’il est là.',
  ready: {
    firstRun: 'Tout est là. Vous pouvez ouvrir le bureau.',
    network: 'Tout est là\u202F: ce poste échange avec les autres.',
  },
  open: 'Continuer',
} as const;

/** Which field is wrong, where one is, and what happened with the remedy. */
export interface JoiningFault {
  readonly field: 'link' | 'address' | 'code' | null;
  readonly text: string;
}

const otherCentreRemedy =
  'Pour que cet ordinateur serve aussi à l’autre centre, ouvrez-y un autre compte d’utilisateur\u202F: Cachet y commence à vide et peut le rejoindre. Si ce poste ne doit plus servir au premier centre, emportez d’abord ce qu’il tient par «\u202FClé USB\u202F».';

/** Why this machine has not joined. */
export function joiningFault(because: Extract<JoiningState, { step: 'failed' }>['because']): JoiningFault {
  switch (because.kind) {
    case 'not-allowed':
      return { field: null, text: 'Seul le chef de centre relie ce poste à un centre.' };
    case 'link':
      return {
        field: 'link',
        text:
          because.because === 'not-a-link'
            ? 'Ce n’est pas un lien de Cachet. Copiez celui que l’autre poste affiche, en entier.'
            : 'Ce lien a perdu ou changé un signe en route. Copiez-le de nouveau, en entier.',
      };
    case 'address':
      return {
        field: 'address',
        text: 'Cette adresse ne se lit pas. Elle ressemble à 192.168.1.20:47110\u202F: relisez celle que l’autre poste affiche.',
      };
    case 'code':
      return { field: 'code', text: codeFaultText(because.fault) };
    case 'itself':
      return {
        field: 'link',
        text: 'Ce lien est celui de ce poste-ci. Il se lit sur le poste qui doit rejoindre le centre.',
      };
    case 'too-late':
      return {
        field: null,
        text: 'Le chef de centre n’a pas répondu à temps. Demandez-lui de déverrouiller son poste et d’afficher un nouveau code.',
      };
    case 'other-centre':
      return {
        field: null,
        text: `Ce poste tient déjà le centre ${because.here}, et ce code est celui du centre ${because.there}. Un poste ne tient qu’un centre\u202F: rien n’a été mêlé ni effacé. ${otherCentreRemedy}`,
      };
    case 'not-proven':
      return {
        field: null,
        text: 'Ce qui répond à cette adresse n’est pas le poste qui affiche le code. Rien ne lui a été donné. Vérifiez l’adresse, ou lisez le carré avec la caméra.',
      };
    case 'refused':
      return refusalText(because.refusal);
    case 'trouble':
      return { field: null, text: troubleText(because) };
  }
}

function refusalText(refusal: PairingRefusal): JoiningFault {
  switch (refusal.because) {
    case 'wrong-code':
      return {
        field: 'code',
        text: 'Ce n’est pas le code affiché. Relisez-le\u202F: cinq essais en tout, puis il en faut un nouveau.',
      };
    case 'spent':
      return {
        field: 'code',
        text: 'Ce code a été essayé cinq fois\u202F: il ne vaut plus rien. Demandez-en un nouveau au chef de centre.',
      };
    case 'no-code':
      return {
        field: 'code',
        text: 'Aucun code n’est affiché sur ce poste, ou il a expiré. Demandez-en un nouveau au chef de centre.',
      };
    case 'unknown-secret':
      return {
        field: 'link',
        text: 'Ce lien n’est plus celui qui est affiché. Demandez-en un nouveau au chef de centre.',
      };
    case 'expired':
      return { field: 'link', text: 'Ce lien a expiré. Demandez-en un nouveau au chef de centre.' };
    case 'used':
      return {
        field: null,
        text: 'Ce code a déjà servi, sur un autre poste. Demandez-en un nouveau\u202F; si vous ne l’aviez donné à personne, dites-le au chef de centre.',
      };
    case 'no-centre':
      return { field: null, text: 'Le poste appelé n’a pas encore de centre. Vérifiez l’adresse.' };
    case 'wrong-centre':
      return {
        field: null,
        text: `Ce code est celui du centre ${refusal.centre}, et ce poste en tient un autre. Rien n’a été mêlé.`,
      };
    case 'not-understood':
    case 'bad-signature':
      return {
        field: null,
        text: 'L’autre poste n’a pas pu lire la demande\u202F: elle a été abîmée en route, ou les versions diffèrent. Recommencez\u202F; si cela se répète, mettez les deux postes à jour.',
      };
    case 'failed':
      return { field: null, text: 'L’autre poste a rencontré une panne. Recommencez dans un moment.' };
  }
}

function troubleText({ trouble, addresses }: Extract<NotJoined, { kind: 'trouble' }>): string {
  const where = addresses.join(', ');
  if (trouble.kind === 'tls')
    return `Ce qui répond à ${where} n’est pas le poste du lien. Rien ne lui a été donné. Vérifiez que les deux postes sont sur le même réseau, et demandez un nouveau code.`;
  if (trouble.kind === 'unreachable') return `${unreachable[trouble.how]} (${where}). ${wayOut}`;
  return `Une réponse étrangère est venue de ${where}\u202F: Cachet n’en a rien cru. ${wayOut}`;
}

const unreachable: Record<Extract<Trouble, { kind: 'unreachable' }>['how'], string> = {
  dns: 'Ce nom de poste n’est pas connu du réseau',
  refused: 'Aucun relais n’est ouvert à cette adresse',
  'no-route': 'Aucun chemin ne mène à cette adresse',
  timeout: 'Personne ne répond à cette adresse',
  reset: 'La connexion a été coupée',
};

const wayOut =
  'Les deux postes doivent être sur le même réseau. Le Wi-Fi d’un établissement sépare souvent les postes\u202F: reliez-les alors par un câble, ou par le partage de connexion d’un téléphone, puis affichez un nouveau code.';

function codeFaultText(fault: CodeFault): string {
  return fault.kind === 'length'
    ? `Le code compte 10\u00A0signes\u202F; vous en avez tapé ${fault.typed}.`
    : `Le groupe n°\u00A0${fault.group} n’est pas juste\u202F: relisez-le.`;
}
