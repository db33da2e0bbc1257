import type {
  CandidateId,
  Day,
  EntryId,
  MessageId,
  PaperId,
  PersonId,
  RoomId,
  SittingId,
} from '../../../shared/kernel/ids';
import type { Instant } from '../../../shared/kernel/instant';

/** How the things that entries speak of are called, and in which zone their hours are told. */
export interface Names {
  candidate(id: CandidateId): string;
  person(id: PersonId): string;
  room(id: RoomId): string;
  /** « poste « B12 » », by the machine's device. */
  machine(device: string): string;
  paper(id: PaperId): string;
  sitting(id: SittingId): string;
  day(day: Day): string;
  hour(moment: Instant): string;
  /** A moment with its day: it is read later. */
  due(moment: Instant): string;
  /** The title of a message of headquarters', as it was last; null when it is not here. */
  message(id: MessageId): string | null;
  /** Who went out for a while by this entry, or null when it is not here. */
  whoWentOut(exit: EntryId): string | null;
  /** The sentence of another entry, or null when it is not here. */
  entry(id: EntryId): string | null;
}

/** What an entry says, of whatever version. */
export interface Told {
  readonly version: number;
  readonly about: unknown;
  readonly data: unknown;
}

/** Tells an entry in one sentence, or null when its version or its content is not one that its kind reads. */
export type Sentence = (told: Told, names: Names) => string | null;

/** The sentence of one kind; what it reads is checked by the kind's own schemas. */
export function sentence<About, Data>(
  kind: { read(version: number, told: Told): { readonly about: About; readonly data: Data } | null },
  tell: (about: About, data: Data, names: Names) => string,
): Sentence {
  return (told, names) => {
    const said = kind.read(told.version, told);
    return said && tell(said.about, said.data, names);
  };
}

/** « A, B et C », or the first three and how many more. */
export function listed(names: readonly string[], most = 3): string {
  if (names.length > most) return `${names.slice(0, most).join(', ')} et ${names.length - most}\u00A0autres`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`;
}

/** The remark after a dash, when there is one. */
export function remark(text: string): string {
  return text.trim() === '' ? '' : ` – ${text.trim()}`;
}
