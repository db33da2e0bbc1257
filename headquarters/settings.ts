import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const address = /^(?:\[([0-9a-fA-F:.%]+)\]|([^:[\]]+)):(\d{1,5})$/;

const environment = z.object({
  /** A PostgreSQL server; PGlite in the folder when unset. */
  DATABASE_URL: z.string().min(1).exactOptional(),
  /** The folder of this node. */
  CACHET_HEADQUARTERS: z.string().min(1).exactOptional(),
  /** `host:port` to listen on, `[host]:port` for an IPv6 address. */
  CACHET_ADDRESS: z.string().regex(address).default('127.0.0.1:8140'),
  /** The passphrase that closes headquarters' private key; that of a file in the folder when unset. */
  CACHET_PASSPHRASE: z.string().min(12).exactOptional(),
  /** PEM files: TLS ends here. */
  CACHET_TLS_CERTIFICATE: z.string().exactOptional(),
  CACHET_TLS_KEY: z.string().exactOptional(),
  /** `1`: a proxy ends TLS and tells callers' addresses. */
  CACHET_BEHIND_PROXY: z.enum(['0', '1']).default('0'),
});

/** What whoever starts a node has decided, read from the environment. Throws on what makes no sense, naming it. */
export function settingsFrom(variables: NodeJS.ProcessEnv, defaultFolder: string) {
  const read = environment.parse(variables);
  const [, inBrackets, plain = '', port] = address.exec(read.CACHET_ADDRESS) ?? [];
  const { CACHET_TLS_CERTIFICATE: certificate, CACHET_TLS_KEY: key } = read;
  if ((certificate === undefined) !== (key === undefined))
    throw new Error('CACHET_TLS_CERTIFICATE and CACHET_TLS_KEY go together');
  return {
    databaseUrl: read.DATABASE_URL ?? null,
    folder: path.resolve(read.CACHET_HEADQUARTERS ?? defaultFolder),
    passphrase: read.CACHET_PASSPHRASE ?? null,
    host: inBrackets ?? plain,
    port: Number(port),
    tls: certificate !== undefined && key !== undefined ? tlsOf(certificate, key) : null,
    behindProxy: read.CACHET_BEHIND_PROXY === '1',
  };
}

function tlsOf(certificateFile: string, keyFile: string) {
  const certificate = readFileSync(certificateFile, 'utf8');
  const fingerprint = createHash('sha256').update(new X509Certificate(certificate).raw).digest('hex');
  return { certificate, key: readFileSync(keyFile, 'utf8'), fingerprint };
}
