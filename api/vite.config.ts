import { defineConfig } from 'vite';

/** The server as a handful of files. Dependencies stay in node_modules; what has native code could not be bundled anyway. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist',
    sourcemap: true,
    rolldownOptions: {
      input: { main: 'src/main.ts', cli: 'src/cli.ts', 'pdf-worker': 'src/adapters/pdf-worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
