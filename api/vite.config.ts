import { defineConfig } from 'vite';

/** Native code, which cannot be bundled. */
const native = ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler', 'sharp'];

/**
 * The server and its dependencies as a handful of files: finding and reading two thousand modules one by one took half
 * of the start and a quarter of the memory. Not minified, so a stack is readable without a source map, which would cost
 * more memory than the server.
 */
export default defineConfig({
  // graphql asks this at every field; outside production it looks for a second copy of itself, a tenth of a request.
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, external: native },
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist',
    minify: false,
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        cli: 'src/cli.ts',
        'pdf-worker': 'src/adapters/pdf-worker.ts',
        'file-worker': 'src/adapters/file-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
