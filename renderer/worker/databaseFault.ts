import type { StorageFault } from '../../shared/kernel/storage';

/**
 * What an error of IndexedDB means for the person. Dexie wraps the browser's error; the browser tells some of its
 * troubles by their text alone. Anything else is a bug and is thrown again.
 */
export function databaseFault(error: unknown): StorageFault {
  const names = chain(error).map(({ name }) => name);
  const texts = chain(error).map(({ message }) => message);
  if (names.includes('QuotaExceededError')) return { kind: 'storage', reason: 'full' };
  const closed = ['DatabaseClosedError', 'InvalidStateError'].some((name) => names.includes(name));
  if (closed || texts.some((text) => /connection is clos|not open/i.test(text))) {
    return { kind: 'storage', reason: 'closed' };
  }
  const failures = ['AbortError', 'UnknownError', 'DataError', 'TimeoutError', 'OpenFailedError', 'NotReadableError'];
  if (failures.some((name) => names.includes(name))) return { kind: 'storage', reason: 'failed' };
  throw error;
}

function chain(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner = 'inner' in error ? error.inner : null;
  return [error, ...(inner === error ? [] : chain(inner))];
}
