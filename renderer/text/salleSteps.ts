import type { roomCheckPoints } from '../../shared/exam/rooms/kinds';
import type { Step } from '../../shared/exam/rooms/phase';

type CheckPoint = (typeof roomCheckPoints)[number];

/** The points of the room check in plain French, with the rule each comes from. */
export const checkPointText: Record<CheckPoint, { readonly text: string; readonly rule: string }> = {
  noDocuments: { text: 'Aucune carte, aucun affichage, aucun document qui puisse aider n’est visible.', rule: 'R‑007' },
  noCommunication: { text: 'On ne peut communiquer ni avec une autre salle ni avec l’extérieur.', rule: 'R‑008' },
  oneCandidatePerTable: { text: 'Une seule chaise par table, un seul candidat par table.', rule: 'R‑009' },
  spacing: { text: 'Les tables sont assez écartées pour qu’on ne puisse pas se parler ni se lire.', rule: 'R‑010' },
  scratchPaperColours: { text: 'Les brouillons changent de couleur d’une table à l’autre.', rule: 'R‑011' },
  nothingLeftBehind: {
    text: 'Rien ne traîne de l’épreuve d’avant : ni brouillon, ni copie, ni objet anormal.',
    rule: 'R‑012',
  },
  fraudNoticePosted: { text: 'Les consignes sur la fraude sont affichées dans la salle.', rule: 'R‑016' },
  boardWritten: {
    text: 'Le tableau porte l’épreuve, la spécialité, l’heure de début et l’heure de fin.',
    rule: 'R‑084',
  },
};

const stepNames: Record<Step, string> = {
  check: 'Salle contrôlée',
  roll: 'Appel',
  notice: 'Consignes lues',
  envelope: 'Enveloppe',
  distribution: 'Sujets distribués',
  composition: 'Composition',
  scripts: 'Copies',
  report: 'Procès-verbal',
};

export function stepName(step: Step): string {
  return stepNames[step];
}

const goingTo: Record<Step, string> = {
  check: 'Contrôler la salle',
  roll: 'Faire l’appel',
  notice: 'Lire la notice',
  envelope: 'Vérifier l’enveloppe',
  distribution: 'Distribuer les sujets',
  composition: 'Suivre la composition',
  scripts: 'Compter les copies',
  report: 'Signer le procès-verbal',
};

/** What the button leading to a step says. */
export function goTo(step: Step): string {
  return goingTo[step];
}

export const stepsText = {
  label: 'Déroulement de la salle',
  rollCount: (marked: number, expected: number) => `Appel · ${marked} sur ${expected}`,
  check: {
    title: 'Avant d’ouvrir la porte',
    intro:
      'Faites le tour de la salle avant chaque épreuve ; après, personne n’entre plus jusqu’à l’accueil des candidats (R‑012, R‑013).',
    all: 'Tout cocher',
    remark: 'Remarque',
    remarkHint: 'Ce qui manque et ce que vous avez demandé, s’il y a lieu.',
    remarkResumed: 'Repris : ce que vous aviez tapé sans l’enregistrer.',
    incomplete: 'Cochez chaque point, ou dites en remarque ce qui manque.',
    done: 'La salle est prête',
    again: 'Enregistrer de nouveau',
  },
  roll: {
    mode: 'Une pression note',
    attendance: 'Présence',
    identity: 'Identité',
    everybodyChecked: (count: number) =>
      count === 1 ? 'Dernière pièce d’identité vérifiée' : `Les ${count} autres pièces sont vérifiées`,
    marked: (count: number) => (count === 1 ? 'Présence notée.' : `${count} présences notées.`),
    unmarkedLeft: (count: number) =>
      count === 1 ? 'Un candidat reste à marquer (R‑056).' : `${count} candidats restent à marquer (R‑056).`,
  },
  envelope: {
    title: 'Enveloppe des sujets',
    intro:
      'Avant d’ouvrir, comparez l’étiquette au calendrier. Après, regardez un ou deux exemplaires dans le paquet, sans les montrer (R‑089, R‑090).',
    sealed: 'L’enveloppe est fermée et intacte.',
    label: 'L’étiquette correspond au calendrier ci-dessus.',
    subject: 'Dans le paquet, c’est bien ce sujet.',
    fine: 'Tout correspond',
    record: 'Signaler l’écart au chef de centre',
    remark: 'Ce que vous voyez',
    doubt: 'Quelque chose ne va pas',
    cancelDoubt: 'Revenir',
    alarmTitle: 'Ne distribuez pas.',
    alarm:
      'Gardez les sujets à l’abri des regards et ne commentez rien. Le chef de centre est prévenu et vous dira quoi faire (R‑090, R‑095).',
    again: 'Vérifier de nouveau',
    checked: 'Enveloppe conforme',
    allChecked: (count: number) => (count === 1 ? 'Enveloppe vérifiée' : `${count} enveloppes vérifiées`),
    left: (count: number) =>
      count === 1 ? 'Une enveloppe reste à vérifier.' : `${count} enveloppes restent à vérifier.`,
    duration: (length: string) => `durée ${length}`,
    mismatchIncident: (paper: string) => `Enveloppe non conforme au calendrier : ${paper}.`,
  },
  distribution: {
    title: 'Distribution des sujets',
    intro: 'Écrivez ces heures au tableau. L’horloge part au début écrit au tableau, pas au moment où vous appuyez.',
    papers: 'Épreuves distribuées maintenant',
    boardStart: 'Début écrit au tableau',
    boardStartHint: 'L’heure prévue, ou celle où chacun a son sujet.',
    badTime: 'Écrivez une heure comme 09:05.',
    planned: (time: string) => `Heure prévue : ${time}`,
    nowProposal: (time: string) => `Maintenant : ${time}`,
    board: 'À écrire au tableau',
    start: 'Début',
    go: 'Sujets distribués : lancer l’horloge',
    reminders:
      'Demandez à chacun de vérifier son sujet, puis passez dans les rangs : chacun doit avoir le bon (R‑091, R‑092).',
    distributedAt: (time: string) => `Sujets distribués, début au tableau ${time}.`,
  },
  composition: {
    left: 'reste',
    allEnded: 'Toutes les copies sont ramassées',
    started: (time: string) => `début ${time}`,
    startsSaid: (times: readonly string[]) => `début ${times.join(' ou ')}, à trancher`,
    atTheLatest: (end: string) => `${end}, au plus tard`,
    notStarted: 'Sujets non distribués',
    distribute: 'Distribuer ces sujets',
    soon: 'Va commencer',
    past: '✓',
    extraTimeNote: 'Notez l’heure à laquelle chacun rend sa copie, en-tête rempli et émargement signé (R‑032).',
    handedInAt: (time: string) => `copie rendue à ${time}`,
    reached: 'C’est l’heure',
    endedAt: (time: string) => `Terminée à ${time}`,
    end: (paper: string) => `Copies ramassées : ${paper}`,
    endsAt: (time: string) => `fin ${time}`,
    composing: (count: number) => (count === 1 ? '1 candidat compose' : `${count} candidats composent`),
    extraTime: 'Temps majoré',
    handedIn: 'Copie rendue',
    exits: 'Sorties',
    oneAtATime: 'Un seul à la fois, accompagné (R‑079).',
    nobodyOut: 'Personne n’est dehors.',
    back: 'Retour',
    since: (time: string) => `dehors depuis ${time}`,
    exitsFrom: (time: string) => `Sorties possibles à partir de ${time} (R‑076).`,
    latecomers: 'Retardataires',
    latecomersHint: 'Touchez la place du candidat à la porte, puis « Demander l’entrée ».',
    incident: 'Noter un incident',
    subjectsOut: (time: string) => `Aucun sujet ne sort de la salle avant ${time} (R‑093).`,
  },
} as const;
