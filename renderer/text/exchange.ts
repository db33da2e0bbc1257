import type { ExchangeState } from '../../shared/bridge/exchange';
import type { Notices } from '../../shared/exchange/notices';
import { MINUTE } from '../../shared/kernel/clockTime';
import { callHeadquarters, type TroubleTold } from './exchangeRemedies';
import { troubleTold } from './exchangeTrouble';
import { channelText } from './grants';
import { listed } from './sentences/sentence';
import { counted, lengthText } from './times';

const nn = '\u202F';

type Enrolled = Extract<ExchangeState, { kind: 'enrolled' }>;

/** The words of the exchange with headquarters. */
export const exchangeText = {
  desk: 'Siège',
  tabs: 'Pages du siège',
  pages: { echanges: 'Échanges', messages: 'Messages', changements: 'Ce qui a changé' },
  title: 'Échanges avec le siège',
  lead: 'Ce que ce poste a envoyé au siège, ce qui attend encore, et ce qui empêche l’échange quand quelque chose l’empêche.',
  safe: 'Rien n’est perdu\u202F: tout est enregistré sur ce poste, et partira de lui-même dès que ce sera possible.',
  standing: 'Où en est l’échange',
  address: 'Siège',
  centre: 'Centre',
  contact: 'Dernier contact',
  never: 'aucun depuis le rattachement',
  waiting: 'En attente ici',
  nothingWaits: 'rien\u202F: le siège a accusé réception de tout',
  waits: (entries: string, since: string, age: string) => `${entries}, la plus ancienne de ${since} (il y a ${age})`,
  next: 'Prochain essai',
  nextNow: 'en cours',
  reads: 'Ce poste reçoit',
  readsUnknown: 'pas encore dit par le siège',
  news: 'Nouvelles du siège',
  newsAtOnce: 'arrivent aussitôt',
  newsLater: 'demandées toutes les quelques minutes',
  now: 'Échanger maintenant',
  exchanging: 'Échange en cours…',
  portal: 'Ouvrir la page du réseau',
  portalFailed: 'Le navigateur ne s’est pas ouvert. Ouvrez-le vous-même, sur n’importe quelle page.',
  since: (hour: string) => `Depuis ${hour}.`,
  chipDetail: (awaited: number) =>
    awaited === 0
      ? 'Le siège a accusé réception de toutes les saisies de ce poste.'
      : `Le siège n’a pas encore accusé réception de ${counted(awaited, 'saisie', 'saisies')}.`,
  leave: {
    open: 'Détacher ce poste…',
    title: 'Détacher ce poste du siège\u202F?',
    say: 'Il n’enverra plus rien et ne recevra plus rien. Tout ce qui est enregistré ici reste. Pour le rattacher, il faudra un nouveau code du siège.',
    confirm: 'Détacher ce poste',
    cancel: 'Le laisser rattaché',
    done: 'Poste détaché du siège.',
    failed: 'Le disque de ce poste a refusé de le noter\u202F: il reste rattaché.',
  },
  aside: {
    title: 'Mis de côté',
    there: 'Par le siège',
    here: 'Par ce poste',
    none: 'Rien n’est mis de côté, ni au siège ni ici.',
    sayThere: 'Le siège garde ces saisies à part\u202F: elles ne comptent pas chez lui. Ici, elles restent au journal.',
    sayHere: 'Ce poste garde à part ce qu’il n’a pas pu croire. Rien n’en est montré ailleurs.',
    what: 'Saisie',
    why: 'Pourquoi',
    where: 'Comment',
    inChain: 'gardée à sa place, sans compter',
    apart: 'gardée à part',
    unknown: (id: string) => `Saisie ${id}`,
  },
} as const;

/** Whether the exchange is well, as a chip of the top bar shows it. */
export interface ChipTold {
  readonly state: 'good' | 'waiting' | 'bad';
  readonly words: string;
}

/** The exchange in a few words: « Au siège : à jour », « 12 saisies en attente depuis 08:10 ». */
export function exchangeChip(state: Enrolled, hour: (moment: number) => string): ChipTold {
  const { awaited, trouble, standing, phase } = state;
  const waits = awaited.entries > 0 ? `${awaited.entries.toLocaleString('fr')} en attente` : null;
  if (standing === 'revoked') return { state: 'bad', words: joined('Rattachement retiré', waits) };
  if (trouble) {
    const brief = troubleTold(trouble.what).brief;
    return { state: 'waiting', words: joined(`${brief} depuis ${hour(trouble.since)}`, waits) };
  }
  if (awaited.since !== null && awaited.entries > 0) {
    const entries = counted(awaited.entries, 'saisie', 'saisies');
    return { state: 'waiting', words: `${entries} en attente depuis ${hour(awaited.since)}` };
  }
  return phase === 'opening'
    ? { state: 'waiting', words: `Au siège${nn}: connexion…` }
    : { state: 'good', words: `Au siège${nn}: à jour` };
}

/**
 * « Enregistré ici », « au relais » and « reçu au siège » only once a relay, or headquarters, has signed for everything
 * this machine holds.
 */
export function savedText(state: Enrolled | null, atRelay: boolean): string {
  const received = state?.phase === 'level' && state.awaited.entries === 0 && state.trouble === null;
  if (received) return 'Enregistré ici et reçu au siège';
  return atRelay ? 'Enregistré ici et au relais du centre' : 'Enregistré ici';
}

/** Where else than here what was saved has come. */
export function savedWhere(state: Enrolled | null, atRelay: boolean): string {
  if (state !== null) return exchangeText.chipDetail(state.awaited.entries);
  return atRelay
    ? 'Un relais du centre a accusé réception de toutes les saisies de ce poste.'
    : 'Ce poste n’est pas rattaché au siège.';
}

/** What else a person should know while the exchange works: each with what it changes for them. */
export function noticesTold(notices: Notices): readonly { readonly what: string; readonly remedy: string }[] {
  const { clock, inspected, restored } = notices;
  const told: { what: string; remedy: string }[] = [];
  if (clock && isClockOff(clock)) {
    const off = `${clock.ahead > 0 ? 'retarde' : 'avance'} de ${lengthText(Math.abs(clock.ahead))}`;
    told.push({
      what: `L’horloge de ce poste ${off} sur celle du siège.`,
      remedy:
        'Aucune saisie n’est refusée pour cela, mais les heures notées sont fausses d’autant\u202F: réglez l’heure dans les paramètres du système.',
    });
  }
  if (inspected) {
    told.push({
      what: 'Réseau inspecté\u202F: un équipement ouvre les connexions protégées de ce poste.',
      remedy:
        'L’échange continue, et ce qu’il transporte reste signé\u202F: rien ne peut y être changé. Signalez-le au siège.',
    });
  }
  if (restored) {
    told.push({
      what: `Le siège a été rétabli depuis une sauvegarde${nn}: ${counted(restored.lost, 'saisie qu’il avait reçue lui est renvoyée', 'saisies qu’il avait reçues lui sont renvoyées')}.`,
      remedy: 'Rien à faire ici\u202F: elles étaient restées sur ce poste.',
    });
  }
  return told;
}

/** Beyond a minute and what is not known of it: less changes nothing that people note. */
export function isClockOff({ ahead, within }: NonNullable<Notices['clock']>): boolean {
  return Math.abs(ahead) - within >= MINUTE;
}

/** The rights headquarters took back, told like a trouble. */
export const revokedTold: TroubleTold = {
  brief: 'Rattachement retiré',
  what: 'Le siège a retiré à ce poste son rattachement. Il accuse encore réception de ce qui fut saisi avant, et met de côté le reste.',
  remedy: `${callHeadquarters}${nn}: si le retrait est une erreur, il vous donne un nouveau code. Détachez alors ce poste, puis rattachez-le. Tout reste enregistré ici.`,
};

/** The channels a machine is given, as a list. */
export function readsText(reads: readonly string[]): string {
  return reads.length === 0 ? exchangeText.readsUnknown : listed(reads.map(channelText), 7);
}

function joined(first: string, then: string | null): string {
  return then === null ? first : `${first} · ${then}`;
}
