import { join } from 'node:path';
import {
  NodeCompiler,
  type NodeTypstDocument,
  type RenderPdfOpts,
} from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintedDocument } from '../../letters/printed-document.ts';
import { coverageOfAssets, fontFiles } from './font-files.ts';
import { layoutOf } from './layout.ts';
import { printable } from './printable.ts';

/** How many renders a cached piece of layout may go unused: the template's own pieces are used by each. */
const cacheAge = 5;

export type Typesetter = (letter: PrintedDocument) => Uint8Array;

/** Reads the template once, and each font when a letter first needs it. */
export function createTypesetter(assetsDir: string): Typesetter {
  const workspace = join(assetsDir, 'letters');
  // As paths and not as bytes: only the fonts that a letter needs are then brought into memory.
  const fontPaths = fontFiles(assetsDir);
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
  const covers = coverageOfAssets(assetsDir);

  const typeset = (letter: PrintedDocument): Uint8Array => {
    const layout = layoutOf(printable(letter, covers));
    const picture = layout.logo === null ? null : join(workspace, layout.logo.path);
    if (picture !== null) compiler.mapShadow(picture, Buffer.from(letter.logo ?? []));
    try {
      const inputs = { letter: JSON.stringify(layout) };
      const compiled = compiler.compile({ mainFilePath: join(workspace, 'letter.typ'), inputs });
      if (compiled.result === null) throw new Error(diagnosis(compiler, compiled.takeError()));
      return archived(compiler, compiled.result);
    } finally {
      if (picture !== null) compiler.unmapShadow(picture);
      compiler.evictCache(cacheAge);
    }
  };
  return (letter) => {
    try {
      return typeset(letter);
    } catch (error) {
      if (letter.logo === null) throw error;
      // A picture that cannot be read must not keep the paper from the customer.
      return typeset({ ...letter, logo: null });
    }
  };
}

/** From the strictest on; the last one takes everything. */
const standards: RenderPdfOpts[] = [
  { pdfStandard: 'a-3a', pdfTags: true },
  { pdfStandard: 'a-3b', pdfTags: true },
  { pdfTags: true },
];

/**
 * PDF/A-3a: an archive file whose reading order, headings and tables are marked. It forbids the mark for a character that
 * no font has, and PDF/A-3b what a hostile text may still bring about, such as a lone accent that no font joins to its
 * letter; a customer must get the paper all the same.
 */
function archived(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  const refusals: unknown[] = [];
  for (const options of standards) {
    try {
      return compiler.pdf(document, options);
    } catch (error) {
      refusals.push(error);
    }
  }
  throw new AggregateError(refusals, 'no standard takes the document');
}

function diagnosis(
  compiler: NodeCompiler,
  error: ReturnType<ReturnType<NodeCompiler['compile']>['takeError']>,
): string {
  if (error === null) return 'the template gave no document';
  return JSON.stringify(compiler.fetchDiagnostics(error)).slice(0, 2000);
}
