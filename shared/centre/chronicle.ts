import type { Statement } from '../kernel/statement';

/** The order in which people read the journal: hybrid time, then id, so that every machine shows the same one. */
function latestFirst(a: Statement, b: Statement): number {
  const [aTime, aCount] = a.at.logical;
  const [bTime, bCount] = b.at.logical;
  return bTime - aTime || bCount - aCount || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

/** Keeps a journal's statements in order while they arrive in any: only what is new is put in its place. */
export class Chronology {
  private ordered: readonly Statement[] = [];
  private met: readonly Statement[] = [];

  /** The statements, latest first; the same array when nothing is new since the last call. */
  latestFirst(statements: readonly Statement[]): readonly Statement[] {
    const grown = this.met.length <= statements.length && this.met.at(-1) === statements[this.met.length - 1];
    const arrived = grown ? statements.slice(this.met.length) : statements;
    if (!grown || arrived.length > 0) {
      this.ordered = merged(grown ? this.ordered : [], [...arrived].sort(latestFirst));
      this.met = statements;
    }
    return this.ordered;
  }
}

function merged(known: readonly Statement[], arrived: readonly Statement[]): readonly Statement[] {
  const all: Statement[] = [];
  let at = 0;
  for (const each of arrived) {
    for (let next = known[at]; next && latestFirst(next, each) < 0; next = known[++at]) all.push(next);
    all.push(each);
  }
  return all.concat(known.slice(at));
}
