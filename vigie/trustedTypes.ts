/**
 * Decides, once for the whole page, which strings may become markup or script where the browser asks: none, but the empty
 * one with which React Aria clears its announcements.
 */
export function trustNothing({ trustedTypes }: Partial<Pick<Window, 'trustedTypes'>>): void {
  trustedTypes?.createPolicy('default', {
    createHTML: (markup) => (markup === '' ? '' : null),
    createScript: () => null,
    createScriptURL: () => null,
  });
}
