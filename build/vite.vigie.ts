import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** Headquarters' page: served by headquarters at /vigie/, in any browser of these last years. */
export default defineConfig({
  root: path.join(root, 'vigie'),
  base: '/vigie/',
  publicDir: false,
  plugins: [react()],
  // zod tries whether it may compile code, which the content policy refuses and reports: it is told not to try
  define: { 'globalThis.__zod_globalConfig': '({ jitless: true })' },
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: path.join(root, 'out/app/vigie'),
    emptyOutDir: true,
    target: ['chrome120', 'firefox128', 'safari17'],
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3000,
  },
});
