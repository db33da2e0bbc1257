export type Cell = string | number | null;

/** What spreadsheets take for the beginning of a formula, the wide forms that some of them read alike included. */
const formula = /^[\s\p{Z}\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * A table as spreadsheets in France open it: RFC 4180 with semicolons, UTF-8 behind its byte order mark. A text that a
 * spreadsheet would take for a formula begins with an apostrophe, so that it is shown and not reckoned; numbers are
 * written as they are.
 */
export function csvText(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[heads, ...rows].map((row) => `${row.map(cellText).join(';')}\r\n`).join('')}`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
