import { createHash, X509Certificate } from 'node:crypto';
import type { Certificate, Session } from 'electron';

/** The part of a session that certificates pass through. */
type Verified = Pick<Session, 'setCertificateVerifyProc'>;

/** Chromium decides, as it would without us. */
const asChromiumFound = -3;

/**
 * Which certificate each host showed last. Chromium remembers what it has verified: a host that goes back to an earlier
 * certificate is not asked about again, and is taken for showing the later one until the program ends.
 */
export class ShownCertificates {
  private readonly byHost = new Map<string, string>();

  constructor(session: Verified) {
    session.setCertificateVerifyProc(({ hostname, certificate }, decide) => {
      this.byHost.set(hostname, fingerprintOf(certificate));
      decide(asChromiumFound);
    });
  }

  /** SHA-256 of the certificate (DER), in hexadecimal; null where none was shown. */
  of({ protocol, hostname }: URL): string | null {
    return protocol === 'https:' ? (this.byHost.get(hostname) ?? null) : null;
  }
}

function fingerprintOf({ data }: Certificate): string {
  return createHash('sha256').update(new X509Certificate(data).raw).digest('hex');
}
