import type { Trouble } from '../../shared/exchange/trouble';
import { askNetwork, byItself, callHeadquarters, lower, type TroubleTold, tooOld } from './exchangeRemedies';
import { lengthText } from './times';

const nn = '\u202F';
const nb = '\u00A0';

type Refused = Extract<Trouble, { kind: 'refused' }>['refusal'];

/** Why headquarters did nothing of what it was asked, and what can be done about it. */
export function refusalTold(refused: Refused): TroubleTold {
  switch (refused.because) {
    case 'protocol':
      return tooOld(true);
    case 'revoked':
      return {
        brief: 'Rattachement retiré',
        what: 'Le siège a retiré à ce poste son rattachement\u202F: il ne lui donne plus rien et n’accepte plus ses nouvelles saisies.',
        remedy: `${callHeadquarters}. Les saisies restent ici\u202F; si le retrait est une erreur, il vous donne un nouveau code.`,
      };
    case 'unknown-device':
      return {
        brief: 'Poste inconnu au siège',
        what: 'Le siège ne connaît pas ce poste.',
        remedy: 'Demandez-lui un code, détachez ce poste, puis rattachez-le\u202F: rien de ce qui est ici n’est perdu.',
      };
    case 'wrong-centre':
      return {
        brief: 'Autre centre',
        what: 'Au siège, ce poste est celui d’un autre centre.',
        remedy: `${callHeadquarters}${nn}: il vérifie à quel centre le code donné appartenait.`,
      };
    case 'other-server':
      return {
        brief: 'Autre serveur',
        what: 'Le serveur qui répond n’est pas celui auquel ce poste est rattaché.',
        remedy: `${callHeadquarters}${nn}: son adresse a peut-être changé.`,
      };
    case 'full':
      return {
        brief: 'Siège saturé',
        what: 'Le disque du serveur du siège est plein\u202F: il ne prend plus rien.',
        remedy: `${callHeadquarters} pour qu’il le sache. Les saisies restent ici et partiront dès qu’il y aura de la place.`,
      };
    case 'busy':
      return {
        brief: 'Siège occupé',
        what: `Le siège reçoit trop de demandes à la fois. Il prie d’attendre ${lengthText(refused.retryAfter)}.`,
        remedy: byItself,
      };
    case 'too-large':
      return {
        brief: 'Envois limités',
        what: `Le siège ne lit pas plus de ${Math.max(1, Math.floor(refused.maxBytes / 1000)).toLocaleString('fr')}${nb}ko à la fois.`,
        remedy: 'Rien à faire ici\u202F: Cachet renvoie par plus petits morceaux.',
      };
    case 'bad-signature':
      return {
        brief: 'Signature refusée',
        what: 'Le siège ne reconnaît pas la signature de ce poste\u202F: une demande a été modifiée en route, ou la clé de ce poste a changé.',
        remedy: `${byItself} Si cela dure, demandez au siège un nouveau code.`,
      };
    case 'challenge':
    case 'replayed':
      return {
        brief: 'Demande répétée',
        what: 'Le siège a reçu deux fois la même demande, ou une demande trop ancienne\u202F: quelque chose la répète en route.',
        remedy: byItself,
      };
    case 'not-understood':
      return {
        brief: 'Demande illisible',
        what: 'Le siège n’a pas pu lire la demande\u202F: elle a été abîmée en route.',
        remedy: `${byItself} Si cela dure, ${lower(askNetwork)}.`,
      };
    case 'failed':
      return {
        brief: 'Panne au siège',
        what: 'Le serveur du siège a rencontré une panne. Elle y est notée.',
        remedy: `${byItself} Si cela dure plus d’une heure, téléphonez au siège.`,
      };
    case 'other':
      return {
        brief: 'Refusé par le siège',
        what: `Le siège refuse pour une raison que cette version de Cachet ne connaît pas («${nn}${refused.word}${nn}»).`,
        remedy: `Mettez ce poste à jour, entre deux épreuves, ou lisez ce mot au siège par téléphone.`,
      };
  }
}
