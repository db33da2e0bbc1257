import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const nothing = path.join(import.meta.dirname, 'nothing.mjs');

export default defineConfig({
  root: path.join(root, 'renderer'),
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  resolve: {
    // jsPDF's optional drawing of HTML and SVG: 380 kB that nothing here calls
    alias: { html2canvas: nothing, canvg: nothing, dompurify: nothing },
  },
  // zod tries whether it may compile code, which the content policy refuses and reports: it is told not to try
  define: { 'globalThis.__zod_globalConfig': '({ jitless: true })' },
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: path.join(root, 'out/app/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3000,
  },
});
