import { useSyncExternalStore } from 'react';

/** The parts of an address after `#`; what is no address of ours, typed by hand, is an empty part. */
export function partsOf(hash: string): readonly string[] {
  return hash.replace(/^#\/?/, '').split('/').map(decoded);
}

/** The address of these parts; those that are null are left out. */
export function hashFrom(parts: readonly (string | null)[]): string {
  return `#/${parts.flatMap((each) => (each === null ? [] : encodeURIComponent(each))).join('/')}`;
}

/** The address after `#`; the screen is drawn again when it changes. */
export function useHash(): string {
  return useSyncExternalStore(listen, () => window.location.hash);
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
