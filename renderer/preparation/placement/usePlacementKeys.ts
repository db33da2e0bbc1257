import { useEffect } from 'react';
import type { PlacementGestures } from './usePlacementGestures';

/** Escape puts down whoever is in hand where they were; Ctrl+Z (⌘Z) takes the last gesture back. */
export function usePlacementKeys(gestures: PlacementGestures): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement;
      if (event.key === 'Escape' && gestures.held) {
        event.preventDefault();
        gestures.release();
      }
      if (event.key === 'z' && (event.ctrlKey || event.metaKey) && gestures.canUndo && !typing) {
        event.preventDefault();
        void gestures.undo();
      }
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  });
}
