import type { Session } from 'electron';

const inside = ['app:', 'blob:', 'data:'];

/**
 * Windows have no network: whatever a session asks for outside the application is refused and counted. Devtools' own pages
 * pass in development.
 */
export function refuseNetwork(session: Session, development: boolean): { readonly refused: () => number } {
  const allowed = new Set(development ? [...inside, 'devtools:'] : inside);
  let refused = 0;
  session.webRequest.onBeforeRequest((request, answer) => {
    const cancel = !allowed.has(new URL(request.url).protocol);
    if (cancel) refused += 1;
    answer({ cancel });
  });
  return { refused: () => refused };
}
