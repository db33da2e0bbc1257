/**
 * Decides, once for the whole window, which strings may become markup or the address of a script; the content policy sends
 * every other use here, ours or a library's. Nothing does, but our own built scripts as workers, and the empty string with
 * which React Aria clears its announcements.
 */
export function trustOwnScripts({ trustedTypes, location }: Pick<Window, 'trustedTypes' | 'location'>): void {
  trustedTypes.createPolicy('default', {
    createHTML: (markup) => (markup === '' ? '' : null),
    createScript: () => null,
    createScriptURL: (address) => (isOwnScript(address, location) ? address : null),
  });
}

function isOwnScript(address: string, { href, origin }: Location): boolean {
  const script = new URL(address, href);
  return script.origin === origin && /^\/assets\/[\w.-]+\.m?js$/.test(script.pathname);
}
