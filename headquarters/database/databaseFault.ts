import type { StorageFault, StorageReason } from '../../shared/kernel/storage';

/** Somebody else committed first, or two waited for each other: the same work, done again, goes through. */
const lostRaces = ['23505', '40001', '40P01'];

/** SQLSTATE codes and classes that say the medium is at fault, not the statement. */
const faults: readonly (readonly [state: RegExp, reason: StorageReason])[] = [
  [/^53100$/, 'full'],
  [/^25006$/, 'read-only'],
  [/^(08|53|57P|58|XX)/, 'failed'],
];

/** What the driver says when the connection is lost or cannot be made. */
const unreachable = /^(E[A-Z]{4,}|ERR_SOCKET.*)$/;
const brokenOff = /Connection terminated|timeout exceeded|Query read timeout|Cannot use a pool after calling end/;

/** Who waits for a connection of a pool that has none left, and who asks a server that takes no more. */
const noneFree = 'timeout exceeded when trying to connect';
const tooMany = '53300';

/** Whether the database is well and has no connection to give at this moment. */
export function noConnectionLeft(error: unknown): boolean {
  return codeOf(error) === tooMany || (error instanceof Error && error.message === noneFree);
}

export function lostRace(error: unknown): boolean {
  return lostRaces.includes(codeOf(error));
}

/** The fault of the medium that an error tells of; null when it is a bug. */
export function storageFaultOf(error: unknown): StorageFault | null {
  const code = codeOf(error);
  const known = faults.find(([state]) => state.test(code));
  if (known) return { kind: 'storage', reason: known[1] };
  const lost = unreachable.test(code) || (error instanceof Error && brokenOff.test(error.message));
  return lost ? { kind: 'storage', reason: 'failed' } : null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
