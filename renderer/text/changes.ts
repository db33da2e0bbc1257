import type { Change } from '../../shared/exam/changes/changes';
import type { Paper, Sitting } from '../../shared/exam/papers/kinds';
import type { Registration } from '../../shared/exam/people/kinds';
import type { Room, Seat } from '../../shared/exam/rooms/kinds';
import { MINUTE } from '../../shared/kernel/clockTime';
import { candidateId, day as dayId } from '../../shared/kernel/ids';
import { calledName } from '../chronicle/names';
import { diplomaText } from './diplomas';
import { measureText } from './measures';
import { listed, type Names } from './sentences/sentence';
import { counted, dateText, lengthText } from './times';

const nn = '\u202F';

/** The words of what was changed from elsewhere. */
export const changesText = {
  title: 'Ce qui a changé',
  lead: 'Ce que le siège, ou un autre poste du centre, a changé depuis que le centre est au travail.',
  none: 'Rien n’a changé',
  noneSay:
    'Un candidat ajouté, un aménagement, une heure corrigée ou une salle changée par le siège s’afficherait ici.',
  card: (count: number) => counted(count, 'changement reçu', 'changements reçus'),
  look: 'Voir ce qui a changé',
  seen: 'Vu',
  seenDone: 'Changement noté comme vu.',
  allSeen: 'Tout noter comme vu',
  allSeenDone: 'Changements notés comme vus.',
  headOnly: 'Le chef de centre ou son adjoint note les changements comme vus.',
  isSeen: 'vu',
  replaced: 'remplacé depuis',
  headquarters: 'Par le siège',
  elsewhere: 'Par un autre poste du centre',
  before: 'Avant',
  after: 'Maintenant',
  added: 'Ajouté',
  removed: 'Retiré',
  other: 'Autres renseignements',
  changed: 'modifiés',
  more: (count: number) => `et ${counted(count, 'autre changement', 'autres changements')}`,
} as const;

/** One line of a change: a fact by its name, what it was (null: nothing) and what it is since. */
export interface ChangeLine {
  readonly label: string;
  readonly before: string | null;
  readonly after: string;
}

/** A change as people read it. */
export interface ChangeTold {
  readonly subject: string;
  /** Something new, something gone, or something otherwise described. */
  readonly kind: 'added' | 'removed' | 'changed';
  readonly lines: readonly ChangeLine[];
}

type Field<T> = readonly [label: string, text: (value: T) => string];

/** What a change is about, and each fact with what it was before. */
export function changeTold(change: Change, names: Names): ChangeTold {
  switch (change.aspect) {
    case 'registrations':
      return ofRegistration(change);
    case 'seats':
      return ofSeat(change, names);
    case 'sittings': {
      const said = change.after ?? change.before;
      const subject = said ? `Séance du ${names.day(said.day)}` : 'Séance';
      return compared(subject, sittingFields(names), change.before, change.after);
    }
    case 'papers': {
      const said = change.after ?? change.before;
      const subject = said ? `Épreuve «${nn}${said.title}${nn}» (${diplomaText[said.diploma]})` : 'Épreuve';
      return compared(subject, paperFields, change.before, change.after);
    }
    case 'rooms': {
      const name = (change.after ?? change.before)?.name ?? change.key;
      const subject = /^salle\s/i.test(name) ? name : `Salle ${name}`;
      return compared(subject, roomFields, change.before, change.after);
    }
  }
}

function ofRegistration({ before, after }: Extract<Change, { aspect: 'registrations' }>): ChangeTold {
  const said = after ?? before;
  const subject = said ? calledName(said.candidate) : 'Candidat';
  if (after?.status === 'gone' && before?.status === 'registered') return { subject, kind: 'removed', lines: [] };
  return compared(subject, candidateFields, before, after);
}

function ofSeat({ scope, key, before, after }: Extract<Change, { aspect: 'seats' }>, names: Names): ChangeTold {
  const who = candidateId.parse(key);
  const on = dayId.parse(scope);
  const name = who.ok ? names.candidate(who.value) : key;
  const place = (seat: Seat | null) => (seat ? `${names.room(seat.room)}, place ${seat.table}` : 'sans place');
  return {
    subject: name,
    kind: 'changed',
    lines: [{ label: on.ok ? `Place du ${names.day(on.value)}` : 'Place', before: place(before), after: place(after) }],
  };
}

const candidateFields: readonly Field<Registration>[] = [
  ['Nom', ({ candidate }) => calledName(candidate)],
  ['Né(e) le', ({ candidate }) => dateText(candidate.birthDate)],
  ['Spécialité', ({ candidate }) => `${candidate.speciality} (${diplomaText[candidate.diploma]})`],
  ['Classe', ({ candidate }) => candidate.division ?? ''],
  ['Aménagements', ({ candidate }) => listed(candidate.accommodations.map(measureText), 6)],
  ['Inscription', ({ status }) => (status === 'gone' ? 'retirée de la liste' : 'sur la liste')],
];

const sittingFields = (names: Names): readonly Field<Sitting>[] => [
  ['Jour', ({ day }) => names.day(day)],
  ['Début', ({ start }) => start],
  ['Épreuves', ({ papers }) => listed(papers.map(names.paper), 6)],
];

const paperFields: readonly Field<Paper>[] = [
  ['Intitulé', ({ title }) => title],
  ['Durée', ({ durationMinutes }) => lengthText(durationMinutes * MINUTE)],
  ['Spécialités', ({ specialities }) => listed(specialities, 8)],
  ['Coefficient', ({ coefficient }) => (coefficient / 100).toLocaleString('fr')],
];

const roomFields: readonly Field<Room>[] = [
  ['Nom', ({ name }) => name],
  ['Bâtiment', ({ building }) => building ?? ''],
  ['Tables', ({ rows, columns, off }) => counted(rows * columns - off.length, 'table', 'tables')],
  ['Temps majoré', ({ extraTime }) => (extraTime ? 'réservée' : '')],
];

/** The facts that differ; of something new, those that say something. */
function compared<T>(subject: string, fields: readonly Field<T>[], before: T | null, after: T | null): ChangeTold {
  if (after === null) return { subject, kind: 'removed', lines: [] };
  const lines = fields.flatMap(([label, text]): readonly ChangeLine[] => {
    const now = text(after);
    if (before === null) return now === '' ? [] : [{ label, before: null, after: now }];
    const was = text(before);
    return was === now ? [] : [{ label, before: was || 'aucun', after: now || 'aucun' }];
  });
  const other: ChangeLine = { label: changesText.other, before: null, after: changesText.changed };
  return { subject, kind: before === null ? 'added' : 'changed', lines: lines.length > 0 ? lines : [other] };
}
