/**
 * One thing that happened, as numbers and names of our own. What people typed or wrote never comes here: no texts of
 * errors, which may quote it, and no bodies.
 */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

export type Log = (event: string, facts?: Facts) => void;

/** Writes a line of JSON for each event. */
export function jsonLog(now: () => number, write: (line: string) => void): Log {
  return (event, facts = {}) => write(`${JSON.stringify({ at: new Date(now()).toISOString(), event, ...facts })}\n`);
}

const place = /^\s+at .*$/gm;

/** What may be written of a bug: its kind, the database's code for it, and where it was thrown; not what it says. */
export function bugFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { bug: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const at = (error.stack?.match(place) ?? []).slice(0, 8).map((line) => line.trim());
  return { bug: error.name, code, where: at.join(' < ') };
}
