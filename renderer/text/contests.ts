import type { Did } from '../../shared/exam/contests/composing';
import type { Contradiction } from '../../shared/exam/contests/contradictions';
import type { Role } from '../../shared/kernel/role';
import { roleWithin } from './roles';
import type { Names } from './sentences/sentence';
import { counted } from './times';

/** The words of what was said in several ways, and of who settles it. */
export const contestsText = {
  title: 'À trancher',
  say: 'Des postes ont noté des choses différentes sans se connaître. Rien n’est choisi à votre place\u202F: jusque-là, aucun total ni aucun document ne tient l’une pour vraie.',
  readOnly: 'Seul le chef de centre ou son adjoint tranche.',
  brief: (versions: readonly { readonly text: string; readonly by: string }[]) =>
    `\u202F: ${versions.map(({ text, by }) => `${text} (${by})`).join(' / ')}.`,
  briefSettles: 'À trancher par le chef de centre.',
  headSettles: 'Le chef de centre tranche.',
  waiting: (count: number) => `${counted(count, 'fait', 'faits')} à trancher`,
  more: (count: number) => `Voir les ${count} autres`,
  fewer: 'Replier',
  openRoom: (room: string) => `Ouvrir la salle ${room}`,
  reopenedLate: (hour: string) => `rouvert\u202F: une version de ${hour} est arrivée depuis`,
  decisionsDiffer: 'deux décisions se contredisent',
  reason: (reason: string) => `Motif\u202F: ${reason}`,
  instead: (before: readonly string[]) => `tranché entre\u202F: ${before.join('\u202F; ')}`,
  corroborated: (who: string) => `corroborée par ${who}`,
  meanwhile: {
    starts: 'En attendant, les fins affichées sont les plus tardives de toutes les versions.',
    noticesShown: 'En attendant, tous les aménagements notifiés s’appliquent.',
    registrations: 'En attendant, le candidat reste sur la liste avec l’aménagement le plus favorable.',
    papers: 'En attendant, la durée la plus longue vaut.',
  } as const,
  elsewhere: {
    access: 'Se règle dans «\u202FÉquipe\u202F», par un nouveau code.',
    session: 'Se règle en important à nouveau le dossier du centre.',
  } as const,
  settle: 'Trancher…',
  dialog: (about: string) => `Trancher\u202F: ${about}`,
  which: 'Ce qui est vrai',
  another: { hour: 'Une autre heure', text: 'Un autre texte' } as const,
  hour: 'Heure',
  hourHint: 'HH:MM',
  badHour: 'Donnez l’heure comme 09:05.',
  text: 'Texte',
  why: 'Motif',
  whyHint: 'Il reste au journal, avec votre nom\u202F; toutes les versions y restent aussi.',
  whyMissing: 'Donnez le motif de la décision.',
  consequences: 'Ce que cela change',
  noConsequence: 'Aucune fin ni aucun total ne change.',
  confirm: 'Trancher',
  done: (about: string) => `Tranché\u202F: ${about}.`,
  takeBack: 'Retirer ma version…',
  takeBackTitle: 'Retirer votre version\u202F?',
  takeBackSay: 'Elle comptera comme si elle n’avait pas été faite. Elle reste au journal, avec votre motif.',
  takeBackDone: 'Votre version est retirée.',
  moved: (what: string, before: string, after: string) => `${what}\u202F: ${before} → ${after}`,
  present: (room: string) => `Présents, ${room}`,
  absent: (room: string) => `Absents, ${room}`,
  start: (paper: string) => `Début de ${paper}`,
  end: (paper: string) => `Fin de ${paper}`,
  lastEnd: (paper: string) => `Dernière fin de ${paper}, temps majoré compris`,
  newContradiction: (sentence: string) => `À mettre d’accord ensuite\u202F: ${sentence}`,
  contradiction: 'contradiction',
  mend: 'À mettre d’accord dans la salle.',
} as const;

/** « Mme X, surveillant responsable de salle, B12, poste a1b2c3, 09:12 »; what is not known is left out. */
export function whoSaid(said: {
  readonly author: string;
  readonly role: Role | null;
  readonly room: string | null;
  readonly machine: string | null;
  readonly hour: string | null;
}): string {
  const { author, role, room, machine, hour } = said;
  const parts = [author, role && roleWithin(role), room, machine, hour];
  return parts.filter((each) => each !== null).join(', ');
}

const didText: Readonly<Record<Did, string>> = {
  departure: 'a rendu une copie',
  exit: 'une sortie est notée',
};

/** What contradicts what, although nobody said one thing in two ways. */
export function contradictionText(clash: Contradiction, names: Names): string {
  switch (clash.kind) {
    case 'two-rooms':
      return `${names.candidate(clash.candidate)} est à l’appel de ${names.room(clash.room)}, et noté aussi dans ${names.room(clash.other)}.`;
    case 'same-person':
      return `${names.candidate(clash.candidate)} est présent à sa place (${names.room(clash.other)}) et admis hors liste dans ${names.room(clash.room)}.`;
    case 'absent-composed':
      return `${names.candidate(clash.candidate)} est noté absent, et ${didText[clash.did]}.`;
    case 'one-table':
      return `${names.candidate(clash.with)} et ${names.candidate(clash.candidate)} sont présents à la même table ${clash.table}, ${names.room(clash.room)}.`;
    case 'count-differs': {
      const scripts = counted(clash.scripts, 'copie comptée', 'copies comptées');
      const sheets = counted(clash.absentSheets, 'copie marquée ABSENT', 'copies marquées ABSENT');
      const roll = `${counted(clash.present, 'présent', 'présents')} et ${counted(clash.absent, 'absent', 'absents')} à l’appel`;
      return `${names.paper(clash.paper)}, ${names.room(clash.room)}\u202F: ${scripts} et ${sheets}, pour ${roll}.`;
    }
    case 'after-closing':
      return `${names.room(clash.room)}\u202F: ${counted(clash.entries.length, 'saisie arrivée', 'saisies arrivées')} après clôture, que le procès-verbal ne dit pas.`;
  }
}
