import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { Alarm } from '../../shared/exchange/listening';
import type { DeviceId } from '../../shared/journal/launch';
import type { SignatureCheck } from '../../shared/kernel/ports';
import { vouchedIn } from './certificate';

/** Milliseconds for an address to answer. */
const within = 3_000;

/**
 * The machines whose key whoever answers at an address has shown: none where it is something else, null where nobody
 * answers. Nothing is told to them.
 */
export function whoAnswers(
  { hostname, port }: URL,
  { check, alarm }: { readonly check: SignatureCheck; readonly alarm: Alarm },
): Promise<readonly DeviceId[] | null> {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise((resolve) => {
    const name = isIP(host) === 0 ? { servername: host } : {};
    const socket = connect({
      host,
      port: Number(port || 443),
      ...name,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.3',
    });
    const end = (found: readonly DeviceId[] | null) => {
      silence();
      socket.destroy();
      resolve(found);
    };
    const silence = alarm.set(within, () => end(null));
    let isThere = false;
    socket.on('connect', () => {
      isThere = true;
    });
    socket.on('secureConnect', () => end(vouchedIn(socket.getPeerCertificate().raw, check)));
    socket.on('error', () => end(isThere ? [] : null));
    socket.on('close', () => end(isThere ? [] : null));
  });
}
