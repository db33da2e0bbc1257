import type { WebContents } from 'electron';

const step = 0.5;
const steps = new Map([
  ['+', step],
  ['=', step],
  ['-', -step],
]);
const furthest = 4;

/** Ctrl (or ⌘) with +, − and 0, which the missing menu would have brought. */
export function letZoom(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !(input.control || input.meta)) return;
    const change = input.key === '0' ? -contents.zoomLevel : steps.get(input.key);
    if (change === undefined) return;
    event.preventDefault();
    contents.zoomLevel = Math.max(-furthest, Math.min(furthest, contents.zoomLevel + change));
  });
}
