import type { Trouble } from '../../shared/exchange/trouble';
import { byItself, type TroubleTold } from './exchangeRemedies';
import { storageRemedy, storageWords } from './exchangeTrouble';
import { lengthText } from './times';

const nn = '\u202F';
const goOn = `Continuez à travailler${nn}: tout s’enregistre sur ce poste et partira de lui-même.`;
const askHead = 'Prévenez le chef de centre';

/** What stands between this machine and a relay of the centre, and what can be done about it. */
export function relayTroubleTold(trouble: Trouble): TroubleTold {
  switch (trouble.kind) {
    case 'unreachable':
      return unreachable[trouble.how];
    case 'tls':
      return trouble.how === 'certificate'
        ? {
            brief: 'Autre poste',
            what: 'Le poste qui répond à cette adresse n’est pas ce relais. Rien ne lui a été dit.',
            remedy: `Tapez l’adresse affichée sur l’écran «${nn}Réseau${nn}» du relais. Si elle est juste, ${lowerHead}.`,
          }
        : {
            brief: 'Connexion non protégée',
            what: 'Aucune connexion protégée ne s’établit avec ce relais. Rien n’a été envoyé.',
            remedy: `Un filtre du réseau ou un antivirus l’empêche sans doute. ${goOn}`,
          };
    case 'portal':
    case 'proxy-login':
    case 'redirected':
    case 'gateway':
    case 'not-ours':
    case 'stripped':
      return {
        brief: 'Réponse étrangère',
        what: 'Ce qui répond à cette adresse n’est pas Cachet. Rien n’en a été cru.',
        remedy: `Tapez l’adresse affichée sur l’écran «${nn}Réseau${nn}» du relais. ${goOn}`,
      };
    case 'too-large':
      return {
        brief: 'Envois limités',
        what: 'Le réseau ne laisse pas passer des envois de cette taille.',
        remedy: `Rien à faire${nn}: Cachet renvoie par plus petits morceaux. Ce sera seulement plus long.`,
      };
    case 'cut':
      return { brief: 'Réponse coupée', what: 'La réponse du relais s’est arrêtée en route.', remedy: byItself };
    case 'garbled':
      return {
        brief: 'Réponse illisible',
        what: 'La réponse du relais est illisible. Rien n’en a été cru.',
        remedy: byItself,
      };
    case 'stale':
      return {
        brief: 'Réponse périmée',
        what: 'Quelque chose a redonné une ancienne réponse du relais. Elle n’a pas été prise pour une nouvelle.',
        remedy: byItself,
      };
    case 'forged':
      return {
        brief: 'Signature fausse',
        what: 'Une réponse ne porte pas la signature de ce relais. Rien n’en a été cru.',
        remedy: `${askHead}. ${goOn}`,
      };
    case 'impostor':
      return {
        brief: 'Autre poste',
        what: `Un autre poste répond à la place de ce relais (clé ${trouble.server.slice(0, 6)}…). Rien ne lui a été confié.`,
        remedy: `${askHead}. ${goOn}`,
      };
    case 'too-old':
      return {
        brief: 'Versions différentes',
        what:
          trouble.who === 'us'
            ? 'La version de Cachet de ce poste est trop ancienne pour ce relais.'
            : 'La version de Cachet du relais est trop ancienne pour ce poste.',
        remedy: `Mettez à jour le plus ancien des deux, entre deux épreuves. ${goOn}`,
      };
    case 'refused':
      return refusedTold(trouble.refusal);
    case 'no-progress':
      return {
        brief: 'Sans accusé de réception',
        what: 'Le relais a répondu sans accuser réception de ce qui lui était envoyé.',
        remedy: byItself,
      };
    case 'storage':
      return {
        brief: 'Réception suspendue',
        what: `Ce poste n’a pas pu garder ce que le relais lui envoie${nn}: ${storageWords[trouble.reason]}.`,
        remedy: storageRemedy[trouble.reason],
      };
  }
}

const lowerHead = 'prévenez le chef de centre';
type How = Extract<Trouble, { kind: 'unreachable' }>['how'];

const unreachable: Readonly<Record<How, TroubleTold>> = {
  dns: {
    brief: 'Adresse inconnue',
    what: 'Ce poste ne connaît pas d’adresse à laquelle joindre ce relais.',
    remedy: `Lisez-la sur l’écran «${nn}Réseau${nn}» du relais, et tapez-la ci-dessous.`,
  },
  'no-route': {
    brief: 'Hors réseau',
    what: 'Ce poste n’est pas sur le même réseau que ce relais.',
    remedy: `Reliez-les par le même Wi-Fi ou par un câble. Sans réseau, passez par une clé USB. ${goOn}`,
  },
  refused: {
    brief: 'Relais arrêté',
    what: 'Le relais est joint, mais Cachet n’y est pas ouvert, ou ce poste n’y sert plus de relais.',
    remedy: `Ouvrez Cachet sur ce poste, et vérifiez-y l’écran «${nn}Réseau${nn}».`,
  },
  timeout: {
    brief: 'Relais injoignable',
    what: 'Le relais n’a pas répondu à temps. Sur beaucoup de Wi-Fi d’établissement, les postes ne peuvent pas se joindre entre eux.',
    remedy: `Essayez un câble, ou un partage de connexion. Sans réseau, passez par une clé USB. ${goOn}`,
  },
  reset: {
    brief: 'Relais injoignable',
    what: 'La connexion avec le relais a été coupée en route.',
    remedy: byItself,
  },
};

type Refused = Extract<Trouble, { kind: 'refused' }>['refusal'];

function refusedTold(refused: Refused): TroubleTold {
  switch (refused.because) {
    case 'unknown-device':
      return {
        brief: 'Poste à ajouter',
        what: 'Le relais ne connaît pas encore ce poste.',
        remedy: `Le chef de centre l’ajoute sur son poste, écran «${nn}Réseau${nn}». ${goOn}`,
      };
    case 'revoked':
      return {
        brief: 'Poste écarté',
        what: 'Le chef de centre a écarté ce poste. Le relais ne lui donne plus rien et n’accepte plus ses nouvelles saisies.',
        remedy: `${askHead}. Ce qui est enregistré ici y reste.`,
      };
    case 'wrong-centre':
      return {
        brief: 'Autre centre',
        what: 'Ce relais est celui d’un autre centre.',
        remedy: `${askHead}${nn}: une adresse a sans doute été mal recopiée.`,
      };
    case 'other-server':
      return {
        brief: 'Autre poste',
        what: 'Le poste qui répond n’est pas ce relais.',
        remedy: `Tapez l’adresse affichée sur l’écran «${nn}Réseau${nn}» du relais.`,
      };
    case 'busy':
      return {
        brief: 'Relais occupé',
        what: `Le relais reçoit trop de demandes à la fois. Il prie d’attendre ${lengthText(refused.retryAfter)}.`,
        remedy: byItself,
      };
    case 'full':
      return {
        brief: 'Relais saturé',
        what: 'Le disque du relais est plein\u202F: il ne prend plus rien.',
        remedy: `Libérez de la place sur ce poste-là, ou faites servir un autre poste de relais. ${goOn}`,
      };
    case 'protocol':
      return relayTroubleTold({ kind: 'too-old', who: 'us', speaks: { oldest: 1, newest: 1 } });
    case 'too-large':
    case 'not-understood':
    case 'bad-signature':
    case 'challenge':
    case 'replayed':
      return {
        brief: 'Demande abîmée',
        what: 'Le relais n’a pas reconnu la demande\u202F: elle a été abîmée ou répétée en route.',
        remedy: byItself,
      };
    case 'failed':
      return {
        brief: 'Panne du relais',
        what: 'Le relais a rencontré une panne.',
        remedy: `Rouvrez Cachet sur ce poste-là si cela dure. ${goOn}`,
      };
    case 'other':
      return {
        brief: 'Refusé par le relais',
        what: `Le relais refuse pour une raison que cette version de Cachet ne connaît pas («${nn}${refused.word}${nn}»).`,
        remedy: 'Mettez ce poste à jour, entre deux épreuves.',
      };
  }
}
