import type { NotEnrolledHere } from '../../shared/bridge/exchange';
import type { CodeFault } from '../../shared/kernel/recoveryCode';
import { askedAgain } from './exchangeRemedies';
import { troubleTold } from './exchangeTrouble';
import { counted, lengthText } from './times';

const nn = '\u202F';
const nb = '\u00A0';

/** The words of the enrolment: how a machine becomes one of headquarters' centre. */
export const enrolmentText = {
  title: 'Rattacher cette machine au siège',
  lead: 'Le siège vous a donné une adresse et un code, pour ce poste et pour une seule fois. Reliée, cette machine reçoit ce qu’il publie et lui envoie les saisies. Sans réseau elle fonctionne de la même façon.',
  address: 'Adresse du siège',
  addressHint: `Telle que le siège l’a donnée, par exemple https://examens.exemple.fr.`,
  code: 'Code de rattachement',
  codeHint: 'Les trois groupes de cinq signes. Tirets, espaces et majuscules ne comptent pas.',
  send: 'Rattacher ce poste',
  sending: 'Demande au siège…',
  back: 'Revenir au choix',
  headOnly: 'Le chef de centre ou son adjoint rattache ce poste au siège, ou l’en détache.',
  portal: 'Ouvrir la page du réseau',
  firstRun: {
    title: 'Rattacher au siège',
    lead: 'Le siège a préparé votre centre et vous a donné un code. Candidats, épreuves et salles arrivent de là, et les saisies y parviennent.',
    steps: [
      'Vous tapez l’adresse et le code du siège.',
      'Ce qu’il a publié arrive sur ce poste.',
      'La personne qui dirige le centre choisit son code.',
    ],
    act: 'Rattacher au siège',
  },
  arriving: {
    title: 'Ce que le siège a publié arrive',
    say: 'Ce poste est rattaché. Vous pouvez attendre ici, ou revenir plus tard\u202F: la réception continue, fenêtre fermée ou non.',
    progress: (count: number) => `${counted(count, 'saisie reçue', 'saisies reçues')}`,
    session: (name: string, centre: string) => `${name}, ${centre}`,
    candidates: 'Candidats',
    papers: 'Épreuves',
    rooms: 'Salles',
    staff: 'Personnel',
    nothing: 'Le siège n’a encore rien publié pour ce centre. Ce qu’il publiera arrivera ici de lui-même.',
    open: 'Continuer',
    enrolled: (centre: string) => `Poste rattaché au centre ${centre}.`,
  },
} as const;

/** The centre that began alone says whom it takes for headquarters. */
export const namedText = {
  label: 'Siège',
  before: `Votre session ne dit pas qui est le siège${nn}: celui qui accepte ce code sera reconnu comme le vôtre, et la main courante le dira.`,
  missing: 'Le centre n’a pas encore reconnu ce siège',
  remedy: `Tant que c’est ainsi, aucun poste ne reçoit de lui ses droits. Comparez la clé ci-dessous avec celle que le siège vous donne, puis reconnaissez-le.`,
  act: 'Reconnaître ce siège',
  done: 'Siège reconnu.',
  key: 'Clé du siège',
  known: (key: string) => `${key}, reconnue par le centre`,
  unknown: (key: string) => `${key}, pas encore reconnue`,
} as const;

/** Why a code cannot be right, before anybody is asked. */
export function typedCodeFaultText(fault: CodeFault): string {
  return fault.kind === 'length'
    ? `Le code compte 15${nb}signes${nn}; vous en avez tapé ${fault.typed}.`
    : wrongGroup(fault.group);
}

/** Which field is wrong, where one is; what happened and what to do about it. */
export interface EnrolmentFault {
  readonly field: 'address' | 'code' | null;
  readonly text: string;
  /** A network's own page would let one through. */
  readonly portal: boolean;
}

/** Why this machine was not enrolled, and the remedy. */
export function enrolmentFault(fault: NotEnrolledHere): EnrolmentFault {
  const nowhere = { field: null, portal: false };
  switch (fault.kind) {
    case 'not-allowed':
      return { ...nowhere, text: enrolmentText.headOnly };
    case 'address':
      return {
        field: 'address',
        portal: false,
        text:
          fault.because === 'not-secure'
            ? `L’adresse du siège commence par https${nn}: sans cela rien n’est protégé en route. Relisez celle qu’il a donnée.`
            : `Cette adresse ne se lit pas. Elle ressemble à https://examens.exemple.fr${nn}: relisez celle que le siège a donnée.`,
      };
    case 'enrolled-already':
      return {
        ...nowhere,
        text: 'Ce poste est déjà rattaché à un siège. Détachez-le d’abord, dans «\u202FÉchanges avec le siège\u202F».',
      };
    case 'refused':
      return { ...nowhere, field: fieldOf(fault.refusal), text: refusalText(fault.refusal) };
    case 'trouble': {
      const { what, remedy } = troubleTold(fault.trouble);
      return { field: null, portal: fault.trouble.kind === 'portal', text: `${what} ${askedAgain(remedy)}` };
    }
    case 'other-centre':
      return {
        ...nowhere,
        text: `Ce code est celui d’un autre centre (${fault.centre}), et ce poste tient déjà le sien. Demandez au siège un code pour ce centre-ci.`,
      };
    case 'later':
      return {
        ...nowhere,
        text: 'Ce poste est déjà rattaché au siège, par une version plus récente de Cachet que celle-ci ne sait pas lire. Ce rattachement reste tel quel\u202F: mettez ce poste à jour, il servira de nouveau.',
      };
    case 'storage':
      return {
        ...nowhere,
        text: 'Le siège a accepté, mais ce poste n’a pas pu le noter sur son disque. Libérez de la place puis recommencez avec le même code\u202F: il vaut encore.',
      };
  }
}

type Refusal = Extract<NotEnrolledHere, { kind: 'refused' }>['refusal'];

function fieldOf({ because }: Refusal): EnrolmentFault['field'] {
  return because === 'bad-code' || because === 'unknown-code' || because === 'used-code' ? 'code' : null;
}

function refusalText(refusal: Refusal): string {
  switch (refusal.because) {
    case 'bad-code':
      return refusal.group === null ? 'Ce code n’est pas bien écrit\u202F: relisez-le.' : wrongGroup(refusal.group);
    case 'unknown-code':
      return 'Le siège ne connaît pas ce code, ou il est trop ancien. Demandez-lui-en un nouveau.';
    case 'used-code':
      return 'Ce code a déjà servi, sur un autre poste. Demandez au siège un code pour celui-ci\u202F; si vous ne l’aviez donné à personne, dites-le-lui.';
    case 'enrolled-before':
      return 'Le siège connaît déjà ce poste, pour un autre centre ou un ancien rattachement. Téléphonez-lui\u202F: il le libère, puis recommencez.';
    case 'busy':
      return `Le siège reçoit trop de demandes à la fois. Recommencez dans ${lengthText(refusal.retryAfter)}, avec le même code.`;
    case 'not-understood':
      return 'Le siège n’a pas pu lire la demande\u202F: elle a été abîmée en route, ou les versions diffèrent. Recommencez\u202F; si cela se répète, mettez ce poste à jour.';
    case 'bad-signature':
      return 'La demande a été modifiée en route\u202F: le siège l’a refusée. Recommencez\u202F; si cela se répète, prévenez la personne qui s’occupe du réseau.';
    case 'failed':
      return 'Le serveur du siège a rencontré une panne. Recommencez dans un moment, avec le même code.';
  }
}

function wrongGroup(group: number): string {
  return `Le groupe n°${nb}${group} n’est pas juste${nn}: relisez-le.`;
}
