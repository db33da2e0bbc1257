import type { z } from 'zod';
import type { CandidateId, Day, EntryId, PaperId, PersonId, RoomId, SittingId } from '../../../shared/kernel/ids';
import type { Instant } from '../../../shared/kernel/instant';

/** How the things that entries speak of are called, and in which zone their hours are told. */
export interface Names {
  candidate(id: CandidateId): string;
  person(id: PersonId): string;
  room(id: RoomId): string;
  paper(id: PaperId): string;
  sitting(id: SittingId): string;
  day(day: Day): string;
  hour(moment: Instant): string;
  /** A moment with its day: it is read later. */
  due(moment: Instant): string;
  /** The sentence of another entry, or null when it is not here. */
  entry(id: EntryId): string | null;
}

/** Tells an entry in one sentence, or null when its content is not what its kind says. */
export type Sentence = (about: unknown, data: unknown, names: Names) => string | null;

/** The sentence of one kind; what it reads is checked by the kind's own schemas. */
export function sentence<About extends z.ZodType, Data extends z.ZodType>(
  kind: { readonly about: About; readonly data: Data },
  tell: (about: z.infer<About>, data: z.infer<Data>, names: Names) => string,
): Sentence {
  return (rawAbout, rawData, names) => {
    const about = kind.about.safeParse(rawAbout);
    const data = kind.data.safeParse(rawData);
    return about.success && data.success ? tell(about.data, data.data, names) : null;
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
