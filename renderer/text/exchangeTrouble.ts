import type { Trouble } from '../../shared/exchange/trouble';
import type { StorageReason } from '../../shared/kernel/storage';
import { refusalTold } from './exchangeRefusal';
import {
  askNetwork,
  byItself,
  callHeadquarters,
  lower,
  networkBack,
  resumes,
  type TroubleTold,
  tooOld,
} from './exchangeRemedies';

const nn = '\u202F';

/** What stands in the way, and what can be done about it. */
export function troubleTold(trouble: Trouble): TroubleTold {
  switch (trouble.kind) {
    case 'unreachable':
      return unreachable[trouble.how];
    case 'tls':
      return secureConnection[trouble.how];
    case 'portal':
      return {
        brief: 'Réseau à ouvrir',
        what: `Ce réseau demande d’abord qu’on s’y identifie${trouble.host ? ` (page de ${trouble.host})` : ''}${nn}: il répond à la place du siège.`,
        remedy: `Ouvrez sa page dans le navigateur et identifiez-vous. ${resumes}`,
      };
    case 'proxy-login':
      return {
        brief: 'Proxy à autoriser',
        what: 'Le réseau passe par un serveur mandataire (proxy) qui demande un nom et un mot de passe.',
        remedy: `${askNetwork}${nn}: il faut laisser passer l’adresse du siège, ou régler le proxy de ce poste.`,
      };
    case 'gateway':
      return {
        brief: 'Siège injoignable',
        what: `Un relais du réseau répond qu’il ne joint pas le siège (code ${trouble.status}).`,
        remedy: `${byItself} Si cela dure plus d’une heure, téléphonez au siège.`,
      };
    case 'redirected':
      return {
        brief: 'Adresse à revoir',
        what: `L’adresse enregistrée renvoie vers une autre, ${trouble.host}. Cachet ne l’a pas suivie.`,
        remedy: 'Demandez au siège son adresse exacte et un nouveau code, détachez ce poste, puis rattachez-le.',
      };
    case 'not-ours':
      return {
        brief: 'Réponse étrangère',
        what: `Ce qui répond à cette adresse n’est pas le siège (code ${trouble.status}${trouble.contentType ? `, ${trouble.contentType}` : ''}). Cachet n’en a rien cru.`,
        remedy: `Vérifiez l’adresse avec le siège. Si elle est juste, ${lower(askNetwork)}.`,
      };
    case 'stripped':
      return {
        brief: 'Réponses modifiées',
        what: 'Un équipement du réseau retire des éléments aux réponses du siège\u202F: Cachet ne peut plus les reconnaître.',
        remedy: `${askNetwork}${nn}: l’adresse du siège doit passer sans filtrage.`,
      };
    case 'too-large':
      return {
        brief: 'Envois limités',
        what: 'Le réseau ne laisse pas passer des envois de cette taille.',
        remedy: 'Rien à faire ici\u202F: Cachet renvoie par plus petits morceaux. Ce sera seulement plus long.',
      };
    case 'cut':
      return {
        brief: 'Réponse coupée',
        what: 'La réponse du siège s’est arrêtée en route.',
        remedy: byItself,
      };
    case 'garbled':
      return {
        brief: 'Réponse illisible',
        what: 'La réponse reçue est illisible\u202F: elle a été abîmée ou modifiée en route. Cachet n’en a rien cru.',
        remedy: `${byItself} Si cela se répète, ${lower(askNetwork)}.`,
      };
    case 'stale':
      return {
        brief: 'Réponse périmée',
        what: 'Le réseau a redonné une ancienne réponse qu’il avait gardée. Cachet ne l’a pas prise pour une nouvelle.',
        remedy: `${byItself} Si cela se répète, ${lower(askNetwork)}${nn}: l’adresse du siège ne doit pas être mise en mémoire.`,
      };
    case 'forged':
      return {
        brief: 'Signature fausse',
        what:
          trouble.what === 'receipt'
            ? 'Un accusé de réception ne porte pas la signature du siège. Cachet ne l’a pas compté.'
            : 'Une réponse ne porte pas la signature du siège. Cachet n’en a rien cru.',
        remedy: `${callHeadquarters}, à son numéro habituel, et dites-le-lui. Continuez à travailler${nn}: rien n’est perdu.`,
      };
    case 'impostor':
      return {
        brief: 'Autre serveur',
        what: `Un autre serveur que celui du siège répond à cette adresse (clé ${trouble.server.slice(0, 6)}…). Cachet ne lui a rien confié.`,
        remedy: `${callHeadquarters}, à son numéro habituel${nn}: soit son serveur a changé et il vous donne un nouveau code, soit quelqu’un se fait passer pour lui.`,
      };
    case 'too-old':
      return tooOld(trouble.who === 'us');
    case 'refused':
      return refusalTold(trouble.refusal);
    case 'no-progress':
      return {
        brief: 'Sans accusé de réception',
        what: 'Le siège a répondu sans accuser réception de ce qui lui était envoyé.',
        remedy: `${byItself} Si cela dure plus d’une heure, téléphonez au siège.`,
      };
    case 'storage':
      return {
        brief: 'Réception suspendue',
        what: `Ce poste n’a pas pu garder ce que le siège lui envoie${nn}: ${storageWords[trouble.reason]}.`,
        remedy: storageRemedy[trouble.reason],
      };
  }
}

type How<Kind extends Trouble['kind']> = Extract<Trouble, { kind: Kind; how: string }>['how'];

const unreachable: Readonly<Record<How<'unreachable'>, TroubleTold>> = {
  dns: {
    brief: 'Hors ligne',
    what: 'L’adresse du siège est introuvable\u202F: ce poste n’a pas de réseau, ou son réseau ne mène pas à Internet.',
    remedy: networkBack,
  },
  'no-route': {
    brief: 'Hors ligne',
    what: 'Ce poste n’est relié à aucun réseau qui mène au siège.',
    remedy: networkBack,
  },
  refused: {
    brief: 'Siège injoignable',
    what: 'La machine du siège refuse la connexion\u202F: son serveur est sans doute arrêté.',
    remedy: `${byItself} Si cela dure plus d’une heure, téléphonez au siège.`,
  },
  timeout: {
    brief: 'Siège injoignable',
    what: 'Le siège n’a pas répondu à temps\u202F: le réseau est très lent, ou un pare-feu retient la demande.',
    remedy: `${byItself} Si cela dure, prévenez la personne qui s’occupe du réseau de l’établissement.`,
  },
  reset: {
    brief: 'Siège injoignable',
    what: 'La connexion avec le siège a été coupée en route.',
    remedy: byItself,
  },
};

const secureConnection: Readonly<Record<How<'tls'>, TroubleTold>> = {
  certificate: {
    brief: 'Certificat refusé',
    what: 'Le certificat présenté à l’adresse du siège n’est pas de ceux que ce poste reconnaît. Rien n’a été envoyé.',
    remedy: `Vérifiez la date de ce poste. Si elle est juste, le réseau inspecte sans doute les connexions${nn}: prévenez la personne qui s’en occupe, et le siège.`,
  },
  handshake: {
    brief: 'Connexion non protégée',
    what: 'Aucune connexion protégée ne s’établit avec le siège. Rien n’a été envoyé.',
    remedy: `${askNetwork}${nn}: un filtre bloque sans doute les connexions chiffrées vers le siège.`,
  },
};

export const storageWords: Readonly<Record<StorageReason, string>> = {
  full: 'son disque est plein',
  'read-only': 'son disque refuse l’écriture',
  closed: 'son journal est fermé',
  failed: 'son disque ne répond pas',
};

export const storageRemedy: Readonly<Record<StorageReason, string>> = {
  full: 'Libérez de la place sur le disque de ce poste\u202F: la réception reprend d’elle-même.',
  'read-only': 'Relancez Cachet\u202F; si cela recommence, continuez sur un autre poste.',
  closed: 'Relancez Cachet\u202F: le journal se rouvre, et la réception reprend.',
  failed: 'Relancez Cachet\u202F; si cela recommence, continuez sur un autre poste, avec la copie de secours.',
};
