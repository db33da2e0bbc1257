import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 860px)';

/** Rows have two lines of words; on a narrow screen author and room go below them. */
export function useRowHeight(): number {
  return useSyncExternalStore(listen, () => (window.matchMedia(narrow).matches ? 92 : 52));
}

function listen(changed: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
