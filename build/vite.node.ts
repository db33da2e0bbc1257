import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** Main (ES module) and, with `--mode preload`, the preload script: CommonJS, because its window is sandboxed. */
export default defineConfig(({ mode }) => {
  const preload = mode === 'preload';
  return {
    root,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: path.join(root, preload ? 'out/app/preload' : 'out/app/main'),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { index: path.join(root, preload ? 'electron/preload.ts' : 'electron/main.ts') },
        external: ['electron', 'original-fs', /^node:/, ...builtinModules],
        output: preload
          ? { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
          : { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  };
});
