import { anyHead } from '../../shared/exam/kind';
import type { Because, Recorded, Refusal } from '../../shared/exam/refusal';
import type { RoomCheckPoint } from '../../shared/exam/rooms/kinds';
import type { CentreState } from '../../shared/exam/state';
import type { Role } from '../../shared/kernel/role';
import { namesIn } from '../chronicle/names';
import { roleText } from './roles';
import { listed, type Names } from './sentences/sentence';
import { counted } from './times';

/** Why something is refused, its rule, and who may set it aside: « … (R‑071). Seul le chef de centre peut… ». */
export function refusalText(refusal: Refusal, state: CentreState): string {
  return [reasonText(refusal, state), ...overridersText(refusal.overridableBy)].join(' ');
}

/** As `refusalText`, without who may set the rule aside: where the way to do so stands beside it. */
export function reasonText({ because, rule }: Refusal, state: CentreState): string {
  const names = namesIn(state, () => null);
  return withRule(becauseText(because, names), rule);
}

/** The number of a rule at the end of a sentence; the house's own rules have none. */
export function withRule(sentence: string, rule: Refusal['rule']): string {
  return rule === 'house' ? sentence : `${sentence.replace(/\.$/, '')} (${rule.replace('-', '\u2011')}).`;
}

/** One sentence, the lead named before the head since the lead is in the room; nothing when nobody may. */
function overridersText(roles: readonly Role[]): readonly string[] {
  if (roles.length === 0) return [];
  const head = anyHead.some((each) => roles.includes(each));
  const lead = roles.includes('roomLeadInvigilator');
  if (lead) return ['Le surveillant responsable de salle ou le chef de centre peut passer outre, avec un motif.'];
  return head ? ['Seul le chef de centre peut passer outre, avec un motif.'] : [];
}

const subjects = {
  candidate: 'Ce candidat n’est pas sur la liste d’appel de cette salle.',
  room: 'Cette salle n’existe pas, ou personne n’y est attendu.',
  sitting: 'Cette séance n’est pas au calendrier de la session.',
  paper: 'Cette épreuve n’est pas composée ici.',
  entry: 'Cette saisie n’est pas dans le journal de ce poste.',
  session: 'Aucune session n’est ouverte.',
  person: 'Cette personne ne figure pas parmi les personnels du centre.',
  exit: 'Cette sortie n’a pas été notée dans cette salle.',
  incident: 'Cet incident n’a pas été noté dans cette salle.',
  machine: 'Ce poste n’est pas un poste du centre, ou sa clé n’est plus celle qu’il avait.',
  message: 'Ce message du siège n’est pas arrivé sur ce poste.',
} as const;

const points: Readonly<Record<RoomCheckPoint, string>> = {
  noDocuments: 'aucun document utilisable',
  noCommunication: 'aucune communication possible',
  oneCandidatePerTable: 'un candidat par table',
  spacing: 'tables espacées',
  scratchPaperColours: 'couleurs de brouillon alternées',
  nothingLeftBehind: 'rien d’oublié sur les tables',
  fraudNoticePosted: 'consignes sur la fraude affichées',
  boardWritten: 'tableau rempli',
};

const recordedWords: Readonly<Record<Recorded, string>> = {
  report: 'Un procès-verbal est clos',
  clock: 'Des sujets ont été distribués',
  attendance: 'Des présences sont notées',
  procedure: 'Une salle a commencé ses opérations',
};

/** The reason alone, as a sentence with its full stop. */
function becauseText(because: Because, names: Names): string {
  switch (because.kind) {
    case 'not-entitled':
      return `Le rôle «\u202F${roleText[because.role]}\u202F» ne permet pas cette saisie.`;
    case 'malformed':
      return `La saisie est incomplète ou mal formée (${because.field}).`;
    case 'unknown-subject':
      return subjects[because.what];
    case 'nothing-new':
      return 'Il n’y a rien à changer\u202F: c’est déjà ainsi.';
    case 'report-closed':
      return `Le procès-verbal de la salle est clos depuis ${names.hour(because.closedAt)}\u202F: il faut d’abord le rouvrir.`;
    case 'room-not-checked':
      return 'La salle n’a pas été contrôlée avant l’épreuve.';
    case 'check-incomplete':
      return `Il reste à contrôler\u202F: ${because.missing.map((point) => points[point]).join(', ')}. Sinon, dites pourquoi en remarque.`;
    case 'roll-incomplete':
      return `L’appel n’est pas terminé\u202F: ${counted(because.missing, 'candidat reste', 'candidats restent')} à marquer.`;
    case 'notice-not-read':
      return 'Les consignes aux candidats n’ont pas été lues.';
    case 'envelope-not-checked':
      return `L’enveloppe de l’épreuve «\u202F${names.paper(because.paper)}\u202F» n’a pas été vérifiée.`;
    case 'envelope-mismatch':
      return `L’enveloppe de l’épreuve «\u202F${names.paper(because.paper)}\u202F» n’est pas conforme\u202F: prévenez le chef de centre, ne distribuez rien.`;
    case 'not-started':
      return 'Les sujets n’ont pas encore été distribués.';
    case 'already-started':
      return `L’épreuve a commencé à ${names.hour(because.boardStart)}.`;
    case 'start-on-the-board':
      return `Le début au tableau est ${names.hour(because.boardStart)}\u202F: seul le chef de centre le change. Appelez-le\u202F; il ouvre ce poste à son nom, ou le corrige du sien.`;
    case 'not-present':
      return `${names.candidate(because.candidate)} ne figure pas parmi les présents.`;
    case 'started-so-late':
      return `Les sujets ont été distribués à ${names.hour(because.distributedAt)}\u202F: le temps ne peut être compté avant.`;
    case 'paper-ended':
      return `L’épreuve s’est terminée à ${names.hour(because.at)}.`;
    case 'paper-not-ended':
      return `La fin de l’épreuve «\u202F${names.paper(because.paper)}\u202F» n’a pas été annoncée.`;
    case 'nobody-sits':
      return `Personne n’est présent pour l’épreuve «\u202F${names.paper(because.paper)}\u202F»\u202F: il n’y a rien à distribuer.`;
    case 'already-present':
      return `${names.candidate(because.candidate)} figure déjà parmi les présents.`;
    case 'late-without-leave':
      return `Les sujets sont distribués\u202F: ${names.candidate(because.candidate)} n’entre que si le chef de centre l’admet, avant ${names.hour(because.limit)}.`;
    case 'late-refused':
      return `Le chef de centre a refusé l’entrée tardive de ${names.candidate(because.candidate)}.`;
    case 'not-announced':
      return 'La salle n’a pas signalé ce retard\u202F: il n’y a rien à décider.';
    case 'due-too-late':
      return `La pièce d’identité doit être présentée au plus tard le ${names.due(because.limit)}.`;
    case 'identity-not-owed':
      return 'Aucune pièce d’identité n’est attendue de ce candidat.';
    case 'too-late':
      return `Arrivée à ${names.hour(because.arrivedAt)}\u202F: personne n’entre plus après ${names.hour(because.limit)}, même avec l’accord du chef de centre.`;
    case 'somebody-left':
      return `${names.candidate(because.candidate)} a déjà quitté la salle\u202F: le candidat en retard n’est pas évalué.`;
    case 'late-not-evaluated':
      return 'Un candidat en retard n’est pas évalué, sauf force majeure.';
    case 'first-hour':
      return `Personne ne sort avant ${names.hour(because.until)}, même pour rendre une copie blanche.`;
    case 'held-until-next-subject':
      return `Personne ne quitte la salle avant la distribution du sujet «\u202F${names.paper(because.paper)}\u202F».`;
    case 'someone-is-out':
      return `${names.candidate(because.candidate)} est hors de la salle\u202F: les sorties se font une par une.`;
    case 'sheets-not-taken':
      return 'Copies et brouillons doivent être repris avant la sortie.';
    case 'not-accompanied':
      return 'Toute sortie est accompagnée\u202F: indiquez par qui.';
    case 'measure-not-granted':
      return 'Aucun aménagement ne permet à ce candidat de sortir à ce titre.';
    case 'not-out':
      return 'Le retour de ce candidat est déjà noté.';
    case 'already-left':
      return `${names.candidate(because.candidate)} a déjà rendu sa copie et quitté la salle.`;
    case 'nothing-handed-in':
      return 'On ne part qu’après avoir rendu une copie, même blanche, à l’en-tête remplie, et signé la liste.';
    case 'before-the-end':
      return `L’épreuve ne se termine qu’à ${names.hour(because.endsAt)}.`;
    case 'candidates-still-composing':
      return stillComposing(because.candidates.map(names.candidate));
    case 'count-differs':
      return countDiffers(because);
    case 'count-missing':
      return `Les copies de l’épreuve «\u202F${names.paper(because.paper)}\u202F» n’ont pas été comptées.`;
    case 'contested':
      return `Deux versions se contredisent pour ${listed(because.candidates.map(names.candidate))}\u202F: il faut d’abord trancher.`;
    case 'signature-missing':
      return `Il manque la signature de ${names.person(because.person)}, responsable de la salle.`;
    case 'stated-otherwise':
      return 'Une saisie est arrivée pendant la clôture\u202F: relisez le procès-verbal, puis recommencez.';
    case 'list-unheld':
      return `Ce poste n’a pas l’identité de ${counted(because.candidates.length, 'candidat placé', 'candidats placés')} dans cette salle\u202F: attendez qu’elle arrive, ou faites clore le procès-verbal au poste du chef de centre.`;
    case 'not-closed':
      return 'Le procès-verbal de cette salle n’est pas clos.';
    case 'table-taken':
      return `La table ${because.table} est celle de ${names.candidate(because.by)}\u202F: un seul candidat par table.`;
    case 'table-lent':
      return `La table ${because.table} est prêtée à ${names.candidate(because.to)}, hors liste\u202F: donnez-lui d’abord une autre table, sur sa fiche.`;
    case 'table-off':
      return `La table ${because.table} ne peut pas servir dans cette salle.`;
    case 'room-contested':
      return `Deux descriptions de la salle ${names.room(because.room)} se contredisent\u202F: il faut d’abord trancher, dans «\u202FPréparation\u202F».`;
    case 'head-settles':
      return 'Cela a été noté de plusieurs façons\u202F: le chef de centre tranche, dans «\u202FCentre\u202F», avec un motif. Vous pouvez retirer votre version.';
    case 'facts-contested':
      return `Le chef de centre doit d’abord trancher ce qui a été noté de plusieurs façons dans cette salle (${counted(because.count, 'fait', 'faits')}).`;
    case 'room-in-use':
      return `Des candidats sont placés dans la salle ${names.room(because.room)}\u202F: déplacez-les d’abord.`;
    case 'recorded-there':
      return `${recordedWords[because.recorded]} à cette séance${because.room ? ` (${names.room(because.room)})` : ''}\u202F: elle reste au calendrier avec son jour et ses épreuves.`;
    case 'paper-scheduled':
      return `Cette épreuve est à la séance du ${names.sitting(because.sitting)}\u202F: retirez-la d’abord de cette séance.`;
    case 'paper-awaited':
      return `Les candidats de l’épreuve «\u202F${names.paper(because.by)}\u202F» attendent la distribution de celle-ci pour sortir\u202F: elle reste.`;
    case 'teaches-here':
      return `${names.person(because.person)} enseigne en ${because.division}, dont des élèves composent dans cette salle.`;
    case 'oral-needs-agreement':
      return 'Hors d’une épreuve écrite obligatoire, un candidat non inscrit n’est admis qu’avec l’accord préalable du rectorat.';
    case 'already-on-the-list':
      return `${names.candidate(because.candidate)} est déjà sur les listes de cette séance\u202F: cherchez sa place.`;
    case 'already-withdrawn':
      return 'Cette saisie a déjà été annulée.';
    case 'last-head':
      return `${names.person(because.person)} est la seule personne à diriger ce centre\u202F: donnez d’abord un code à un autre chef de centre.`;
    case 'message-changed':
      return 'Le siège a changé ce message entre-temps\u202F: lisez-le d’abord tel qu’il est maintenant.';
    case 'not-yours':
      return 'Cette saisie n’est pas de votre ressort\u202F: adressez-vous à la salle ou au chef de centre.';
  }
}

function stillComposing(candidates: readonly string[]): string {
  const verb = candidates.length < 2 ? 'compose' : 'composent';
  return `${listed(candidates)} ${verb} encore.`;
}

function countDiffers(facts: Extract<Because, { kind: 'count-differs' }>): string {
  const scripts = `${counted(facts.scripts, 'copie', 'copies')} et ${counted(facts.blank, 'copie blanche', 'copies blanches')}`;
  const present = counted(facts.present, 'présent', 'présents');
  const sheets = counted(facts.absentSheets, 'copie marquée ABSENT', 'copies marquées ABSENT');
  const absent = counted(facts.absent, 'absent', 'absents');
  return `Le compte n’y est pas\u202F: ${scripts} pour ${present}, ${sheets} pour ${absent}.`;
}
