import { net, session } from 'electron';
import { ShownCertificates } from './certificates';
import type { WayOut } from './post';

/**
 * This process's own way to the network: a session that no window has, in memory alone, without cookies or cache, through
 * the proxy and with the certificates that the system has.
 */
export function wayOut(version: string): WayOut {
  const own = session.fromPartition('headquarters', { cache: false });
  own.setUserAgent(`Cachet/${version}`);
  own.setPermissionRequestHandler((_page, _permission, decide) => decide(false));
  return { net, session: own, certificates: new ShownCertificates(own) };
}
