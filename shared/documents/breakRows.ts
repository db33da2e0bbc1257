/** A row as the page breaker sees it: its height in mm, and whether it must stand on the same page as the next one. */
interface BreakableRow {
  readonly height: number;
  readonly withNext: boolean;
}

/**
 * Deals rows to pages, `first` mm of room on the first and `next` on the others: in order, none split, a group's heading
 * with its first row, and no lone row on the last page. An empty first page means that it had no room for a start.
 * A row higher than a page has one to itself.
 */
export function breakRows(rows: readonly BreakableRow[], first: number, next: number): readonly (readonly number[])[] {
  const pages: number[][] = [[]];
  let left = first;
  for (let at = 0; at < rows.length; ) {
    const block = blockAt(rows, at);
    const height = sum(rows, block);
    const page = pages.at(-1);
    if (page && (height <= left || (page.length === 0 && pages.length > 1))) {
      page.push(...block);
      left -= height;
      at += block.length;
    } else {
      pages.push([]);
      left = next;
    }
  }
  return withoutWidow(rows, pages, next);
}

/** The row at `at` with the rows it must stay with. */
function blockAt(rows: readonly BreakableRow[], at: number): number[] {
  const block = [at];
  while (rows[block.at(-1) ?? at]?.withNext && block.length + at < rows.length) block.push(at + block.length);
  return block;
}

function withoutWidow(rows: readonly BreakableRow[], pages: number[][], next: number): readonly (readonly number[])[] {
  const last = pages.at(-1);
  const before = pages.at(-2);
  if (last?.length !== 1 || !before || before.length < 3) return pages;
  const moved = before.at(-1);
  const above = before.at(-2);
  if (moved === undefined || above === undefined || rows[above]?.withNext) return pages;
  if (sum(rows, [moved, ...last]) > next) return pages;
  return [...pages.slice(0, -2), before.slice(0, -1), [moved, ...last]];
}

function sum(rows: readonly BreakableRow[], indexes: readonly number[]): number {
  return indexes.reduce((total, at) => total + (rows[at]?.height ?? 0), 0);
}
