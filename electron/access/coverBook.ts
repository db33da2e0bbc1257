import type { Cover } from '../../shared/centre/cover';
import type { Entry } from '../../shared/journal/entry';
import type { Statement } from '../../shared/kernel/statement';

export interface CoverPorts {
  readonly concerns: (kind: string) => boolean;
  /** Reads the cover out of the statements that concern it. */
  readonly coverOf: (statements: readonly Statement[]) => Cover;
}

/** What a window shows before it has read the journal, kept up as entries come. */
export class CoverBook {
  private readonly statements: Statement[] = [];
  private made: Cover | null = null;

  constructor(private readonly ports: CoverPorts) {}

  /** Takes note of an entry, whatever it speaks of. */
  meet(entry: Entry): void {
    if (!this.ports.concerns(entry.kind)) return;
    this.statements.push(entry);
    this.made = null;
  }

  cover(): Cover {
    this.made ??= this.ports.coverOf(this.statements);
    return this.made;
  }
}
