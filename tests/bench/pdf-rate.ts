import { fileURLToPath } from 'node:url';
import { createPdfRenderer } from '../../api/src/adapters/pdf.ts';
import { printQuote } from '../../api/src/letters/print-quote.ts';
import { aLine, aSnapshot, openQuote } from '../letters/samples.ts';
import type { Figures } from './measure.ts';
import { cpuMilliseconds } from './process-figures.ts';

const pathOf = (relative: string) => fileURLToPath(new URL(`../../api/${relative}`, import.meta.url));

/** Two pages: text, 12 lines, an option, a plan, terms. Each is another quote, so that nothing of it is in a cache. */
const quote = (at: number) =>
  printQuote(
    aSnapshot({
      number: `QT-BENCH-${at}-1`,
      title: `Workstations for floor ${at}`,
      lines: Array.from({ length: 12 }, (_, line) =>
        aLine({
          id: `line-${line}`,
          description: `Workstation ${at}.${line + 1}, set up and delivered`,
          quantity: 1000 + line * 500,
          unit: 'pcs',
        }),
      ),
    }),
    openQuote,
  );

/** How many documents a second the process makes that is already warm, one after the other, and what that takes. */
export async function pdfRate(count: number): Promise<Figures> {
  const renderer = createPdfRenderer({
    workerFile: pathOf('src/adapters/pdf-worker.ts'),
    assetsDir: pathOf('assets'),
  });
  try {
    const begun = performance.now();
    await renderer.render(quote(0));
    const first = performance.now() - begun;
    for (let at = 1; at <= 50; at += 1) await renderer.render(quote(at));
    const cpu = cpuMilliseconds(renderer.vitals().pid ?? 0);
    const started = performance.now();
    for (let at = 1; at <= count; at += 1) await renderer.render(quote(1000 + at));
    const seconds = (performance.now() - started) / 1000;
    const { pid, rss, workersStarted } = renderer.vitals();
    if (workersStarted !== 1) throw new Error('The process was replaced in the middle of the measurement');
    return {
      'pdf.perSecond': count / seconds,
      'pdf.cpu': (cpuMilliseconds(pid ?? 0) - cpu) / count,
      'pdf.first': first,
      'pdf.rss': rss / 1024 / 1024,
    };
  } finally {
    await renderer.close();
  }
}
