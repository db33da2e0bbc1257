import { err, ok, type Result } from '../../shared/kernel/result';

/**
 * The base address that a person typed, without its last slash; `https://` where they left the scheme out. In clear only
 * to this machine itself, or where `clear` allows it (development).
 */
export function addressFrom(typed: string, clear: boolean): Result<string, 'unreadable' | 'not-secure'> {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || url.hostname === '' || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
    return err('unreadable');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return err('unreadable');
  if (url.protocol === 'http:' && !clear && !isLoopback(url.hostname)) return err('not-secure');
  return ok(url.href.replace(/\/+$/, ''));
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
