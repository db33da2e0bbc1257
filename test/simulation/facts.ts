import { writesOf } from '../../shared/exam/apply';
import { type Aspect, type CentreState, reading } from '../../shared/exam/state';
import type { Entry } from '../../shared/journal/entry';
import { canonical } from '../../shared/kernel/canonical';
import type { EntryId } from '../../shared/kernel/ids';
import { Violation } from './violation';

interface Told {
  readonly entry: Entry;
  readonly value: string;
}

/** What each subject's entries say, put plainly and without the product's fold. */
class Plainly {
  private readonly undone: ReadonlySet<string>;

  constructor(private readonly entries: readonly Entry[]) {
    this.undone = new Set(
      entries.flatMap(({ kind, about }) => (kind === 'entry.withdrawn' ? [JSON.stringify(about)] : [])),
    );
  }

  subjects(): ReadonlyMap<string, readonly Told[]> {
    const subjects = new Map<string, Told[]>();
    for (const entry of this.entries) {
      for (const { aspect, scope, key, value } of writesOf(entry) ?? []) {
        const subject = [aspect, scope, key].join(' ');
        subjects.set(subject, [...(subjects.get(subject) ?? []), { entry, value: canonical(value) }]);
      }
    }
    return subjects;
  }

  unread(): readonly EntryId[] {
    return this.entries.filter((entry) => !entry.closed && writesOf(entry) === null).map(({ id }) => id);
  }

  /** An entry stands when it was not taken back and no entry that still stands comes after it, however far. */
  standing(told: readonly Told[]): readonly Told[] {
    const live = told.filter(({ entry }) => !this.undone.has(JSON.stringify({ entry: entry.id })));
    const byId = new Map(told.map(({ entry }) => [entry.id, entry]));
    return live.filter((each) => !live.some((later) => after(later.entry, each.entry.id, byId)));
  }
}

/** Whether an entry supersedes another, perhaps through further ones that speak of the same subject. */
function after(later: Entry, id: EntryId, sameSubject: ReadonlyMap<EntryId, Entry>): boolean {
  return later.supersedes.some((earlier) => {
    const between = sameSubject.get(earlier);
    return earlier === id || (between !== undefined && after(between, id, sameSubject));
  });
}

/** Checks that a state shows what its entries plainly say: every difference as contested, every undo, all unread ones. */
export function checkFacts(entries: readonly Entry[], state: CentreState, where: string): void {
  const plainly = new Plainly(entries);
  for (const [subject, told] of plainly.subjects()) {
    const [aspect, scope = '', key = ''] = subject.split(' ');
    const standing = plainly.standing(told);
    const values = new Set(standing.map(({ value }) => value));
    const read = reading(state, aspectOf(aspect), scope, key);
    const expected = values.size > 1 ? 'contested' : values.size === 0 ? 'unknown' : 'settled';
    const shown = read.kind === 'known' || read.kind === 'corroborated' ? 'settled' : read.kind;
    if (shown !== expected)
      throw new Violation('what differs is contested', `${subject} is ${shown}, not ${expected}, ${where}`);
    const value = read.kind === 'known' || read.kind === 'corroborated' ? canonical(read.value) : null;
    if (value !== null && !values.has(value)) throw new Violation('what is shown was said', `${subject} ${where}`);
  }
  const unread = plainly.unread();
  if (unread.length !== state.unread.size || unread.some((id) => !state.unread.has(id)))
    throw new Violation('what a later version wrote is counted', `${state.unread.size} of ${unread.length} ${where}`);
}

/** The aspects that the gestures of these histories write to. */
function aspectOf(aspect: string | undefined): Aspect {
  if (aspect === 'staff' || aspect === 'rooms') return aspect;
  throw new Error(`nobody writes ${aspect} here`);
}
