import type { IncidentCategory } from '../../shared/exam/incidents/kinds';
import type { Regulation } from '../../shared/exam/session/kinds';

const nn = '\u202F';

type Family = Regulation['family'];

/** What a head usually answers to an incident: a proposal, whose words are theirs to change. */
export interface ReadyAnswer {
  readonly id: string;
  /** Under whose rules it stands. */
  readonly family: Family;
  readonly label: string;
  /** What the room does, with the numbers of the rules. */
  readonly act: string;
  /** What is said to the candidates; empty: nothing. */
  readonly say: string;
}

/** the candidate finishes; nobody is sent out but for impersonation, by the head. */
const fraud: readonly ReadyAnswer[] = [
  {
    id: 'continues',
    family: 'EN',
    label: 'Le candidat continue de composer',
    act: `Faites cesser la fraude sans interrompre la composition${nn}: le candidat finit cette épreuve et passe les autres. Saisissez les pièces ou le matériel, notez l’heure${nn}; n’écrivez rien sur la copie (R\u2011149 à R\u2011151, R\u2011153).`,
    say: 'Vous continuez à composer. Les pièces ou le matériel sont saisis et un procès-verbal sera dressé.',
  },
  {
    id: 'report',
    family: 'EN',
    label: 'Dresser le procès-verbal de suspicion de fraude',
    act: `Remplissez le procès-verbal de suspicion de fraude. Son auteur et le second surveillant le signent${nn}; le candidat le signe aussi, ou son refus y est noté. Remettez-lui alors la note d’information (R\u2011154, R\u2011155).`,
    say: 'Un procès-verbal de suspicion de fraude est dressé. Prenez-en connaissance et signez-le. Une note d’information vous est remise.',
  },
  {
    id: 'device',
    family: 'EN',
    label: 'Décrire l’appareil saisi',
    act: `Notez au procès-verbal la marque et le modèle de l’appareil, et s’il était allumé ou éteint${nn}; photographiez-le. Joignez les documents saisis en original (R\u2011157).`,
    say: '',
  },
  {
    id: 'impersonation',
    family: 'EN',
    label: 'Expulsion pour substitution de personne',
    act: 'Le chef de centre prononce l’expulsion pour substitution de personne (R\u2011152). Relevez toutes les feuilles, gardez les pièces présentées et faites conduire la personne au bureau du chef de centre.',
    say: 'Le chef de centre prononce votre expulsion de la salle pour substitution de personne. Remettez toutes vos feuilles et suivez le surveillant.',
  },
  {
    id: 'unitReport',
    family: 'UC',
    label: 'Dresser le procès-verbal de fraude',
    act: 'Dressez maintenant le procès-verbal de fraude, daté, signé par les surveillants et par le candidat, avec les pièces saisies. Il part sans délai au président de jury (R\u2011172).',
    say: 'Un procès-verbal de fraude est dressé. Prenez-en connaissance et signez-le.',
  },
];

/** only the head sends somebody out; R-080: nobody leaves without a script and a signature. */
const disruption: readonly ReadyAnswer[] = [
  {
    id: 'warned',
    family: 'EN',
    label: 'Rappeler le candidat à l’ordre',
    act: `Rappelez le candidat à l’ordre. Si le trouble continue, prévenez aussitôt le chef de centre${nn}: lui seul peut prononcer une expulsion (R\u2011152).`,
    say: 'Vous troublez le déroulement de l’épreuve. Si cela continue, le chef de centre peut prononcer votre expulsion de la salle.',
  },
  {
    id: 'expelled',
    family: 'EN',
    label: 'Expulsion pour trouble de l’épreuve',
    act: 'Le chef de centre prononce l’expulsion pour trouble de l’épreuve (R\u2011152). Relevez la copie, en-tête rempli, faites signer la liste d’émargement (R\u2011080) et faites conduire le candidat hors de la salle.',
    say: 'Le chef de centre prononce votre expulsion de la salle pour trouble de l’épreuve. Remettez votre copie, signez la liste d’émargement et suivez le surveillant.',
  },
];

/** somebody ill goes out accompanied; R-048: the others are never left alone. */
const health: readonly ReadyAnswer[] = [
  {
    id: 'helpComes',
    family: 'EN',
    label: 'Les secours sont prévenus',
    act: `Les secours sont prévenus, restez près du candidat. Un autre surveillant garde la salle${nn}: les candidats ne restent jamais seuls (R\u2011048).`,
    say: 'Les secours arrivent. Restez à votre place et continuez à composer.',
  },
  {
    id: 'goesOut',
    family: 'EN',
    label: 'Sortie accompagnée',
    act: 'Relevez toutes ses feuilles de copie et de brouillon, faites accompagner le candidat et notez sa sortie. Ses copies lui sont rendues s’il revient (R\u2011078).',
    say: 'Vous pouvez sortir, accompagné. Vos copies vous seront rendues si vous revenez.',
  },
  {
    id: 'unitGoesOut',
    family: 'UC',
    label: 'Sortie accompagnée',
    act: 'Faites accompagner le candidat et inscrivez sa sortie au procès-verbal (R\u2011082).',
    say: 'Vous pouvez sortir, accompagné.',
  },
];

/** nobody is left alone and no subject goes out; R-085: no room moves the end by itself. */
const premises: readonly ReadyAnswer[] = [
  {
    id: 'evacuated',
    family: 'EN',
    label: 'Évacuer la salle',
    act: `Évacuez la salle et notez l’heure. Copies, brouillons et sujets restent sur les tables (R\u2011093)${nn}; les candidats sortent avec vous, sans se parler, et ne restent jamais seuls (R\u2011048).`,
    say: 'Posez vos stylos. Laissez copies, brouillons et sujets sur les tables et sortez en silence avec vos surveillants.',
  },
  {
    id: 'resumed',
    family: 'EN',
    label: 'Reprendre après une interruption',
    act: 'Faites retrouver à chacun sa place et sa copie, et notez l’heure de reprise. Ne changez pas l’heure de fin de vous-même (R\u2011085).',
    say: 'Reprenez votre place et votre copie. L’heure de fin vous sera confirmée.',
  },
  {
    id: 'goesOn',
    family: 'EN',
    label: 'L’épreuve continue',
    act: 'L’épreuve continue dans la salle, l’heure de fin ne change pas (R\u2011085). Notez la gêne et sa durée.',
    say: 'L’épreuve continue. L’heure de fin ne change pas.',
  },
];

/** no comment and no correction; R-091: a copy that is not complete; R-094: backup subjects. */
const subject: readonly ReadyAnswer[] = [
  {
    id: 'nothingSaid',
    family: 'EN',
    label: 'Ne rien annoncer',
    act: `N’annoncez rien, ne corrigez rien et ne répondez à aucune question de fond${nn}: la division des examens est prévenue, sa réponse vous sera transmise (R\u2011095, R\u2011096).`,
    say: '',
  },
  {
    id: 'copyReplaced',
    family: 'EN',
    label: 'Remplacer un exemplaire',
    act: 'Remplacez l’exemplaire incomplet ou illisible par un exemplaire complet du même sujet (R\u2011091).',
    say: 'Voici un exemplaire complet de votre sujet.',
  },
  {
    id: 'backup',
    family: 'EN',
    label: 'Donner le sujet de secours',
    act: 'Sur instruction de la division des examens, relevez le sujet distribué et donnez le sujet de secours que le chef de centre fait porter (R\u2011094).',
    say: 'Votre sujet est remplacé. Rendez celui que vous avez et attendez le nouveau.',
  },
];

const answers: Readonly<Record<IncidentCategory, readonly ReadyAnswer[]>> = {
  health,
  premises,
  subject,
  disruption,
  fraud,
  other: [],
};

/** What the texts ask of the head, in the exams of the Éducation nationale. */
const reminders: Readonly<Record<IncidentCategory, string | null>> = {
  health: 'Sortie accompagnée, toutes les feuilles relevées, mention au procès-verbal (R\u2011078).',
  premises: 'Les candidats ne restent jamais seuls, quoi qu’il arrive (R\u2011048).',
  subject: 'Prévenez la division des examens avant toute annonce en salle (R\u2011095).',
  disruption: 'Seul le chef de centre prononce une expulsion, pour trouble de l’épreuve (R\u2011152).',
  fraud:
    'Le candidat continue de composer (R\u2011151). Seul le chef de centre prononce une expulsion, pour substitution de personne (R\u2011152). Signalez la suspicion sans délai à la division des examens.',
  other: null,
};

/** The answers to propose where papers of these families are sat. */
export function readyAnswers(category: IncidentCategory, families: ReadonlySet<Family>): readonly ReadyAnswer[] {
  return answers[category].filter(({ family }) => families.has(family));
}

/** The rule to keep in mind before answering; null where the texts have none for these families. */
export function reminderOf(category: IncidentCategory, families: ReadonlySet<Family>): string | null {
  return families.has('EN') ? reminders[category] : null;
}
