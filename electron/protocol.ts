import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { host, scheme } from './origin';

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
  ['.wasm', 'application/wasm'],
]);

/** The nonce is for the few style elements that React Aria makes (scroll lock, touch): it reads it from the page's meta. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // which strings may become markup or script is decided in renderer/app/trustedTypes.ts
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');

const headers = (nonce: string) => ({
  'content-security-policy': policy(nonce),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
});

/** Must be called before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the files of one folder, and nothing outside it, at app://cachet. Resolves once the first script was served. */
export function serveFolder(folder: string): Promise<void> {
  return new Promise((resolve) => {
    protocol.handle(scheme, async (request) => {
      const response = await answer(folder, request);
      if (response.headers.get('content-type') === types.get('.js')) resolve();
      return response;
    });
  });
}

async function answer(folder: string, request: Request): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  if (request.method !== 'GET') return new Response('', { status: 405, headers: headers(nonce) });
  const file = await fileAt(folder, request.url);
  if (file === null) return new Response('', { status: 404, headers: headers(nonce) });
  const bytes = new Uint8Array(await readFile(file));
  const type = types.get(path.extname(file)) ?? 'application/octet-stream';
  const body = path.extname(file) === '.html' ? withNonce(bytes, nonce) : bytes;
  return new Response(body, { headers: { ...headers(nonce), 'content-type': type } });
}

/** The file an address names, links followed, or null when there is none or it lies outside the folder. */
async function fileAt(folder: string, address: string): Promise<string | null> {
  const url = new URL(address);
  if (url.host !== host) return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(path.join(root, decodeURIComponent(url.pathname)));
    return file.startsWith(root + path.sep) && path.extname(file) !== '' ? file : null;
  } catch {
    return null; // no such file, or not a path at all: both are 404
  }
}

function withNonce(page: Uint8Array, nonce: string): string {
  return new TextDecoder().decode(page).replaceAll('__CSP_NONCE__', nonce);
}
