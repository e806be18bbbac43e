import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Each text once more as `.br`: the server hands out compressed files as they lie. */
const compressed: Plugin = {
  name: 'admin-compressed',
  apply: 'build',
  writeBundle({ dir = 'dist' }, bundle) {
    for (const file of Object.keys(bundle).filter((name) => /\.(js|css|svg|html)$/.test(name))) {
      writeFileSync(join(dir, `${file}.br`), brotliCompressSync(readFileSync(join(dir, file))));
    }
  },
};

// Without changeOrigin: the server compares where a request comes from with the host that it was sent to.
const api = { target: process.env['API_URL'] ?? 'http://localhost:4000', changeOrigin: false };

export default defineConfig({
  base: '/admin/',
  plugins: [react(), compressed],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: { proxy: { '/graphql': api, '/documents': api, '/uploads': api, '/logo': api, '/sandbox': api } },
});
