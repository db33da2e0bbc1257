import type { Entry } from '../../shared/journal/entry';
import type { PersonId } from '../../shared/kernel/ids';
import type { Statement } from '../../shared/kernel/statement';
import type { Access, AccessBook } from './lock';

/** Reads, out of the statements about access, what each person was granted. */
export type AccessOf = (statements: readonly Statement[]) => ReadonlyMap<PersonId, Access>;

/** Whether an entry of this kind may change who was granted what. */
export function concernsAccess(kind: string): boolean {
  return kind.startsWith('access.') || kind === 'entry.withdrawn';
}

/** The access that the journal's entries grant, kept up as entries come. */
export class JournalAccess implements AccessBook {
  private readonly statements: Statement[] = [];
  private granted: ReadonlyMap<PersonId, Access> | null = null;

  constructor(private readonly accessOf: AccessOf) {}

  /** Takes note of an entry, whatever it speaks of. */
  meet(entry: Entry): void {
    if (!concernsAccess(entry.kind)) return;
    this.statements.push(entry);
    this.granted = null;
  }

  get empty(): boolean {
    return this.all().size === 0;
  }

  of(person: PersonId): Access | null {
    return this.all().get(person) ?? null;
  }

  private all(): ReadonlyMap<PersonId, Access> {
    this.granted ??= this.accessOf(this.statements);
    return this.granted;
  }
}
