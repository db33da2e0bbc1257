import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';

const types = new Map([
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.svg', 'image/svg+xml'],
]);

/** Nothing but our own files; no string becomes markup or script. The nonce is for the few styles that React Aria makes. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');

const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

interface Asset {
  readonly bytes: Buffer;
  readonly gzip: Buffer;
  readonly type: string;
}

/**
 * Serves the vigie's built page from memory: one document, and its assets, whose names change with their content.
 * @param folder where the page was built; a node without it serves none
 */
export function pageRoutes(app: FastifyInstance, folder: string): void {
  const document = path.join(folder, 'index.html');
  if (!existsSync(document)) return;
  const markup = readFileSync(document, 'utf8');
  const assets = new Map(
    readdirSync(path.join(folder, 'assets')).flatMap((name): readonly (readonly [string, Asset])[] => {
      const type = types.get(path.extname(name));
      if (type === undefined) return [];
      const bytes = readFileSync(path.join(folder, 'assets', name));
      return [[name, { bytes, gzip: gzipSync(bytes), type }]];
    }),
  );

  const page = (reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .headers({ ...headers, 'content-security-policy': policy(nonce), 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(markup.replaceAll('__CSP_NONCE__', nonce));
  };
  app.get('/', (_request, reply) => reply.redirect('/vigie/', 302));
  app.get('/vigie', (_request, reply) => reply.redirect('/vigie/', 302));
  app.get('/vigie/', (_request, reply) => page(reply));
  app.get<{ Params: { name: string } }>('/vigie/assets/:name', (request, reply) => {
    const asset = assets.get(request.params.name);
    if (!asset) return reply.code(404).send();
    const squeezed = String(request.headers['accept-encoding'] ?? '').includes('gzip');
    reply.headers({ ...headers, vary: 'accept-encoding', 'cache-control': 'public, max-age=31536000, immutable' });
    if (squeezed) reply.header('content-encoding', 'gzip');
    return reply.type(asset.type).send(squeezed ? asset.gzip : asset.bytes);
  });
}
