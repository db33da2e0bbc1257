import { concernsGrants } from '../../shared/centre/grants';
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
  private readonly entries: Entry[] = [];
  private granted: ReadonlyMap<PersonId, Access> | null = null;

  /** @param believed whether an entry was its device's to write, as far as grants are known now */
  constructor(
    private readonly accessOf: AccessOf,
    private readonly believed: (entry: Entry) => boolean,
  ) {}

  /** Takes note of an entry, whatever it speaks of. */
  meet(entry: Entry): void {
    if (concernsAccess(entry.kind)) this.entries.push(entry);
    else if (!concernsGrants(entry.kind)) return;
    this.granted = null;
  }

  /** Who may what is found anew: what is believed may have changed. */
  forget(): void {
    this.granted = null;
  }

  get empty(): boolean {
    return this.all().size === 0;
  }

  of(person: PersonId): Access | null {
    return this.all().get(person) ?? null;
  }

  private all(): ReadonlyMap<PersonId, Access> {
    this.granted ??= this.accessOf(this.entries.filter(this.believed));
    return this.granted;
  }
}
