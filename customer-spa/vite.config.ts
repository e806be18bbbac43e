import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { print, stripIgnoredCharacters, type DocumentNode } from 'graphql';
import { defineConfig, type Plugin } from 'vite';

/** The server serves the one page at /q/* and /i/*; the dev server does the same. */
const pages: Plugin = {
  name: 'customer-pages',
  configureServer({ middlewares }) {
    middlewares.use((request, _response, next) => {
      if (/^\/[qi](\/|$)/.test(request.url ?? '')) request.url = '/customer/';
      next();
    });
  },
};

/**
 * `graphql(…)` looks its argument up in a table that holds every operation twice. Here each call becomes the text of
 * its operation with all fragments, so that a screen ships with its own operations and nothing else.
 */
const operations: Plugin = {
  name: 'customer-operations',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/customer-spa\/src\/(?!gql)/.test(id) || !code.includes('graphql(`')) return null;
    const generated = readFileSync(new URL('src/gql/graphql.ts', import.meta.url), 'utf8');
    const textOf = (name: string): string => {
      const found = new RegExp(`^export const ${name}Document = (.+) as unknown as `, 'm').exec(
        generated,
      )?.[1];
      if (!found) throw new Error(`${name} is not generated yet: run graphql-codegen`);
      const document: DocumentNode = JSON.parse(found);
      return JSON.stringify(stripIgnoredCharacters(print(document)));
    };
    const calls = /graphql\(`\s*(?:(?:query|mutation) (\w+))?[^`]*`\)/g;
    // a call that holds fragments alone says something to the code generator and nothing to the page
    return { code: code.replace(calls, (_call, name?: string) => (name ? textOf(name) : '')), map: null };
  },
};

/** Each text once more as `.br`, squeezed as hard as it goes, for a server that hands out compressed files as they lie. */
const compressed: Plugin = {
  name: 'customer-compressed',
  apply: 'build',
  // after everything is written: what another plugin changes later must not differ from its compressed twin
  writeBundle({ dir = 'dist' }, bundle) {
    for (const file of Object.keys(bundle)) {
      const path = join(dir, file);
      writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
    }
  },
};

// Without changeOrigin: the server compares where a request comes from with the host that it was sent to.
const api = { target: process.env['API_URL'] ?? 'http://localhost:4000', changeOrigin: false };

export default defineConfig({
  base: '/customer/',
  plugins: [pages, operations, compressed],
  resolve: {
    // written as React, shipped as Preact: a tenth of the weight on a customer's phone
    alias: [
      { find: /^react$/, replacement: 'preact/compat' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
    ],
  },
  // the page's policy allows no data: addresses, hence no inlined assets
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { pluginTimings: false } },
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
  },
  server: { port: 4002, proxy: { '/graphql': api, '/documents': api, '/sandbox': api } },
});
