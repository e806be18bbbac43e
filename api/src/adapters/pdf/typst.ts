import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintedDocument } from '../../letters/printed-document.ts';
import { coverageOf } from './font-coverage.ts';
import { printable } from './printable.ts';

/** How many renders a cached piece of layout may go unused: the template's own pieces are used by each. */
const cacheAge = 5;

export type Typesetter = (letter: PrintedDocument) => Uint8Array;

/**
 * Reads template and fonts once. Only the fonts of the assets count, never those of the machine, so that the same
 * letter gives the same bytes everywhere; a font that is laid beside them is taken as well.
 */
export function createTypesetter(assetsDir: string): Typesetter {
  const fontsDir = join(assetsDir, 'fonts');
  // In the order of their names: which font steps in for another must not hang on the file system.
  const files = readdirSync(fontsDir)
    .filter((file) => /\.(?:ttf|otf)$/iu.test(file))
    .sort();
  const fonts = files.map((file) => readFileSync(join(fontsDir, file)));
  const workspace = join(assetsDir, 'letters');
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] });
  const covers = coverageOf(fonts);

  return (letter) => {
    const inputs = { letter: JSON.stringify(printable(letter, covers)) };
    const compiled = compiler.compile({ mainFilePath: join(workspace, 'letter.typ'), inputs });
    try {
      if (compiled.result === null) throw new Error(diagnosis(compiler, compiled.takeError()));
      return archived(compiler, compiled.result);
    } finally {
      compiler.evictCache(cacheAge);
    }
  };
}

/**
 * PDF/A-3b, tagged. The standard forbids what a hostile text may still bring about, such as a lone accent that no
 * font joins to its letter; a customer must get the paper all the same, so then it is a plain tagged PDF.
 */
function archived(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: 'a-3b', pdfTags: true });
  } catch {
    return compiler.pdf(document, { pdfTags: true });
  }
}

function diagnosis(
  compiler: NodeCompiler,
  error: ReturnType<ReturnType<NodeCompiler['compile']>['takeError']>,
): string {
  if (error === null) return 'the template gave no document';
  return JSON.stringify(compiler.fetchDiagnostics(error)).slice(0, 2000);
}
