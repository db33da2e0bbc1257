import { counted } from '../../renderer/text/times';

const nb = '\u00A0';

/** The words of the frame and of what concerns every screen. */
export const frameText = {
  title: 'Vigie des examens',
  rail: 'Rubriques',
  skip: 'Aller au contenu',
  watch: 'Vigie',
  messages: 'Messages',
  administration: 'Administration',
  signOut: 'Se déconnecter',
  line: {
    opening: 'Liaison avec le siège…',
    reading: (left: number) => `Lecture des journaux\u202F: encore ${counted(left, 'centre', 'centres')}`,
    open: 'En direct',
    cut: (hour: string) => `Sans nouvelles du siège depuis ${hour}`,
  },
  crash: {
    title: 'Cet écran s’est arrêté',
    say: 'Les autres rubriques continuent. Rien n’est perdu\u202F: tout est au siège.',
    again: 'Rouvrir',
  },
  darkRoom: 'Salle sombre',
  lightRoom: 'Salle éclairée',
} as const;

export const roleText = {
  watch: 'Vigie',
  publisher: 'Gestionnaire',
  administrator: 'Administration',
} as const;

/** What headquarters would not do, in whole sentences. */
export function refusalText({
  refused,
  ...facts
}: {
  readonly refused: string;
  readonly [fact: string]: unknown;
}): string {
  const seconds = typeof facts.retryAfter === 'number' ? Math.ceil(facts.retryAfter / 1000) : 0;
  switch (refused) {
    case 'refused':
      return 'Identifiant, mot de passe ou code à six chiffres inexact.';
    case 'wait':
      return `Trop d’essais. Recommencez dans ${waitText(seconds)}.`;
    case 'bad-code':
      return typeof facts.group === 'number'
        ? `Ce code est mal recopié\u202F: vérifiez le groupe ${facts.group + 1}.`
        : 'Ce code est mal recopié.';
    case 'unknown-code':
      return 'Ce code n’est pas connu, a déjà servi ou n’est plus valable.';
    case 'wrong-totp':
      return 'Le code à six chiffres n’est pas celui que l’application affiche à cette minute.';
    case 'taken':
      return 'Cet identifiant est déjà pris.';
    case 'not-entitled':
      return 'Votre compte ne permet pas ce geste.';
    case 'not-signed-in':
      return 'Votre session est finie\u202F: reconnectez-vous.';
    case 'unknown':
      return 'Le siège ne connaît pas ce que vous demandez.';
    case 'oneself':
      return 'Personne ne retire son propre compte.';
    case 'too-large':
      return 'C’est trop volumineux pour le siège.';
    case 'not-understood':
      return 'Le siège n’a pas compris cette demande. Vérifiez ce qui est saisi.';
    case 'misheard':
      return 'Le siège n’a pas pu lire cet état\u202F: reprenez la saisie.';
    case 'unknown-centre':
      return 'Ce numéro n’est pas celui d’un centre de ce siège.';
    case 'unreachable':
      return 'Le siège ne répond pas. Rien n’a été fait, à ce que sait cette page\u202F: vérifiez avant de recommencer.';
    case 'other-version':
      return 'Cette page n’est plus à jour\u202F: rechargez-la.';
    default:
      return 'Le siège n’a pas pu le faire.';
  }
}

function waitText(seconds: number): string {
  if (seconds < 60) return counted(Math.max(1, seconds), 'seconde', 'secondes');
  return counted(Math.ceil(seconds / 60), 'minute', 'minutes');
}

export const signInText = {
  title: 'Vigie des examens',
  say: 'Réservé aux agents de la division des examens.',
  person: 'Identifiant',
  password: 'Mot de passe',
  totp: 'Code à six chiffres',
  totpHint: 'Celui que votre application d’authentification affiche.',
  submit: 'Se connecter',
  withCode: 'J’ai reçu un code d’invitation',
  back: 'J’ai déjà un compte',
} as const;

export const joinText = {
  title: 'Ouvrir un compte',
  code: 'Code d’invitation',
  codeHint: 'Remis par votre administrateur, ou affiché au premier démarrage du serveur. Il sert une fois.',
  open: 'Continuer',
  secretTitle: 'Ajoutez ce compte à votre application d’authentification',
  secretSay: 'Lisez ce code avec l’application de votre téléphone, ou saisissez la clé.',
  secretKey: 'Clé',
  qrLabel: 'Code à lire avec l’application d’authentification',
  person: 'Identifiant',
  personHint: 'Lettres, chiffres, points et tirets, sans accent.',
  name: 'Nom et prénom',
  password: 'Mot de passe',
  passwordHint: `Au moins 12${nb}caractères\u202F; une phrase convient.`,
  again: 'Mot de passe, une seconde fois',
  notSame: 'Les deux mots de passe diffèrent.',
  totp: 'Code à six chiffres affiché par l’application',
  submit: 'Ouvrir le compte',
} as const;

/** A noun that agrees with its number, which stands apart. */
function agreeing(one: string, many: string) {
  return (count: number) => (count < 2 ? one : many);
}

/** The words of the list of centres. */
export const boardText = {
  totals: 'Ensemble des centres affichés',
  kpi: {
    centres: agreeing('centre', 'centres'),
    rooms: agreeing('salle prévue', 'salles prévues'),
    open: agreeing('ouverte', 'ouvertes'),
    started: agreeing('en épreuve', 'en épreuve'),
    ended: agreeing('finie', 'finies'),
    closed: agreeing('close', 'closes'),
    present: agreeing('présent', 'présents'),
    absent: agreeing('absent', 'absents'),
    contested: agreeing('à trancher', 'à trancher'),
    incidents: agreeing('incident', 'incidents'),
    late: agreeing('centre en retard', 'centres en retard'),
    silent: agreeing('centre silencieux', 'centres silencieux'),
  },
  list: 'Centres',
  head: {
    centre: 'Centre',
    state: 'État',
    rooms: 'Salles',
    candidates: 'Candidats',
    troubles: 'À surveiller',
    contact: 'Dernier contact',
  },
  search: 'Chercher un centre\u202F: nom, numéro, ville',
  session: 'Session',
  allSessions: 'Toutes les sessions',
  authority: 'Académie',
  allAuthorities: 'Toutes les académies',
  sort: 'Ordre',
  silentAfter: 'Silencieux après',
  sorts: {
    trouble: 'Difficultés d’abord',
    name: 'Nom',
    code: 'Numéro',
    delay: 'Retard',
    contact: 'Dernier contact',
  },
  filters: 'Centres affichés',
  filter: {
    all: 'Tous',
    trouble: 'À surveiller',
    silent: 'Silencieux',
    late: 'En retard',
    incidents: 'Incidents',
    ahead: 'Pas commencés',
    running: 'En épreuve',
    over: 'Finis',
  },
  none: 'Aucun centre ne répond à ces critères.',
  noCentre: {
    title: 'Aucun centre pour l’instant',
    say: 'Les centres apparaissent ici dès que le siège leur publie une session ou leur donne un code.',
  },
  reading: 'Lecture du journal…',
  unpublished: 'Aucune session publiée',
  demonstration: 'démonstration',
  stage: {
    none: 'Rien de prévu',
    ahead: 'Pas commencé',
    open: 'Ouverture',
    running: 'En épreuve',
    ended: 'Épreuves finies',
    closed: 'Clos',
  },
  begins: (hour: string) => `début prévu ${hour}`,
  until: (hour: string) => `fin prévue ${hour}`,
  rooms: (reached: number, planned: number) => `${reached} sur ${planned}`,
  roomsSaid: (open: number, started: number, ended: number, planned: number) =>
    `${counted(planned, 'salle prévue', 'salles prévues')}\u202F: ${counted(open, 'ouverte', 'ouvertes')}, ${started} en épreuve, ${counted(ended, 'finie', 'finies')}`,
  present: (count: number) => counted(count, 'présent', 'présents'),
  absent: (count: number) => counted(count, 'absent', 'absents'),
  expected: (count: number) => counted(count, 'attendu', 'attendus'),
  incidents: (count: number) => counted(count, 'incident', 'incidents'),
  contested: (count: number) => `${count} à trancher`,
  overdue: (count: number) => counted(count, 'décision en attente', 'décisions en attente'),
  notStarted: (count: number) => counted(count, 'salle non commencée', 'salles non commencées'),
  late: (minutes: number) => `retard ${minutes}${nb}min`,
  never: 'Jamais vu',
  ago: (length: string) => `il y a ${length}`,
  now: 'à l’instant',
  silent: 'silencieux',
  minutes: (count: number) => `${count}${nb}minutes`,
  export: 'Exporter la liste',
  exported: (count: number) => `${counted(count, 'centre exporté', 'centres exportés')}.`,
  exportFile: (day: string) => `centres-${day}.csv`,
  compose: 'Écrire aux centres affichés',
  dictate: 'Saisir un état dicté',
  enteredAt: (hour: string) => `dicté à ${hour}`,
  shownAt: (hour: string) => `lu sur le code de ${hour}`,
  enteredSays: (rooms: string, present: number, absent: number) =>
    `${rooms}, ${counted(present, 'présent', 'présents')}, ${counted(absent, 'absent', 'absents')}`,
  enteredRooms: (started: number, ended: number, planned: number) =>
    ended > 0
      ? `${counted(ended, 'salle finie', 'salles finies')} sur ${planned}`
      : `${counted(started, 'salle', 'salles')} en épreuve sur ${planned}`,
} as const;
