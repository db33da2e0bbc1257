import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** What runs outside the windows: each a file of its own, `out/app/<name>/index`. */
const entries = {
  main: 'electron/main.ts',
  /** Its window is sandboxed: CommonJS. */
  preload: 'electron/preload.ts',
  /** The thread that main has passphrases stretched in. */
  stretch: 'electron/keys/stretchThread.ts',
};

const isEntry = (mode: string): mode is keyof typeof entries => mode in entries;

export default defineConfig(({ mode }) => {
  if (!isEntry(mode)) throw new Error(`nothing is built as ${mode}`);
  const preload = mode === 'preload';
  return {
    root,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: path.join(root, 'out/app', mode),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { index: path.join(root, entries[mode]) },
        external: ['electron', 'original-fs', /^node:/, ...builtinModules],
        output: preload
          ? { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
          : { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  };
});
