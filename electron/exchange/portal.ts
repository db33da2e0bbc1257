import type { Trouble } from '../../shared/exchange/trouble';

/**
 * The page where a network that wants a login shows it: where it sends to, if it said so, else the server's own host in
 * clear, which the network answers in its place. Null where no such network is in the way.
 */
export function portalPage(address: string, trouble: Trouble | null): string | null {
  if (trouble?.kind !== 'portal') return null;
  const host = trouble.host ?? new URL(address).host;
  return URL.parse(`http://${host}/`)?.href ?? null;
}
