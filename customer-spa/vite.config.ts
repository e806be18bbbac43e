import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import {
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
  type DocumentNode,
  type SelectionSetNode,
} from 'graphql';
import { defineConfig, type Plugin } from 'vite';

/** The server serves the one page at /q/*, /i/*, /a/* and /verify; the dev server does the same. */
const pages: Plugin = {
  name: 'customer-pages',
  configureServer({ middlewares }) {
    middlewares.use((request, _response, next) => {
      if (/^\/([qia]|verify)([/?]|$)/.test(request.url ?? '')) request.url = '/customer/';
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
      return JSON.stringify(stripIgnoredCharacters(print(withTypenames(document))));
    };
    const calls = /graphql\(`\s*(?:(?:query|mutation) (\w+))?[^`]*`\)/g;
    // a call that holds fragments alone says something to the code generator and nothing to the page
    return { code: code.replace(calls, (_call, name?: string) => (name ? textOf(name) : '')), map: null };
  },
};

/** urql's cache wants to know the type of everything that was read; only the operation itself has none. */
const withTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet: (set: SelectionSetNode, _key, parent): SelectionSetNode | undefined =>
      (parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION) ||
      set.selections.some((one) => one.kind === Kind.FIELD && one.name.value === '__typename')
        ? undefined
        : { ...set, selections: [...set.selections, typename] },
  });

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/** All styles come with the page at once, so a screen that is wanted later is just loaded: nothing goes ahead of it. */
const plainImports: Plugin = {
  name: 'customer-imports',
  enforce: 'pre',
  apply: 'build',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
};

/** What a phone loads before a quote can be read, in bytes of compressed JavaScript (design: 25 kB). */
const budget = 25_000;

/** Each text once more as `.br`, squeezed as hard as it goes, for a server that hands out compressed files as they lie. */
const compressed: Plugin = {
  name: 'customer-compressed',
  apply: 'build',
  // after everything is written: what another plugin changes later must not differ from its compressed twin
  writeBundle({ dir = 'dist' }, bundle) {
    let firstLoad = 0;
    for (const [file, part] of Object.entries(bundle)) {
      const path = join(dir, file);
      const squeezed = brotliCompressSync(readFileSync(path));
      writeFileSync(`${path}.br`, squeezed);
      if (part.type === 'chunk' && (part.isEntry || part.name === 'first')) firstLoad += squeezed.length;
    }
    if (firstLoad > budget) this.error(`the first load has ${firstLoad} bytes, and the budget is ${budget}`);
  },
};

type Modules = Readonly<{
  getModuleInfo(id: string): Readonly<{ importers: string[]; isEntry: boolean }> | null;
}>;

/** What is needed at once comes as one file: it squeezes smaller than the same in five, and is one request. */
const first = {
  name: (id: string, modules: Modules): string | null =>
    isNeededAtOnce(id, modules, new Set()) ? 'first' : null,
};

function isNeededAtOnce(id: string, modules: Modules, seen: Set<string>): boolean {
  const found = modules.getModuleInfo(id);
  if (!found || seen.has(id)) return false;
  seen.add(id);
  return found.isEntry || found.importers.some((importer) => isNeededAtOnce(importer, modules, seen));
}

// Without changeOrigin: the server compares where a request comes from with the host that it was sent to.
const api = { target: process.env['API_URL'] ?? 'http://localhost:4000', changeOrigin: false };

export default defineConfig({
  base: '/customer/',
  plugins: [pages, operations, plainImports, compressed],
  resolve: {
    // written as React, shipped as Preact: a tenth of the weight on a customer's phone
    alias: [
      { find: /^react$/, replacement: 'preact/compat' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
      { find: '@0no-co/graphql.web', replacement: new URL('src/graphql-lite.ts', import.meta.url).pathname },
    ],
  },
  // the page's policy allows no data: addresses, hence no inlined assets
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: { groups: [first] } } },
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
  },
  server: {
    port: 4002,
    proxy: { '/graphql': api, '/documents': api, '/uploads': api, '/logo': api, '/sandbox': api },
  },
});
