import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { drive } from './drive.ts';
import { openOffice } from './office.ts';
import { writeInvoices } from './many-invoices.ts';
import { copyQuote, settleFile } from './quote-copies.ts';
import { quoteToRead, quoteToSign } from './sample-quotes.ts';
import { signing, type ToSign } from './signing.ts';
import { withServer } from './with-server.ts';

/** Beside the tests and not in the system's temporary folder, which may be memory: a commit has to reach a disk. */
const folder = join(import.meta.dirname, '../.out/bench');

export type Ground = {
  toSign: ToSign;
  /** Databases with few invoices and with many, for lists; they are read and never written. */
  few: string;
  many: string;
  /** A copy of the database for one measurement. */
  fresh(name: string): string;
  remove(): void;
};

/** A database with thousands of open quotes, one of them signed by the product itself. */
export async function prepareGround(signatures: number, invoices: number, smtpUrl: string): Promise<Ground> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const base = join(folder, 'base.db');
  const env = { SMTP_URL: smtpUrl };
  const { approved, toRead } = await withServer(base, env, async ({ url }) => {
    const approve = await openOffice(url);
    return {
      approved: await approve(quoteToSign(), 'to-sign'),
      toRead: await approve(quoteToRead(), 'to-read'),
    };
  });
  const seals = copyQuote(base, approved.id, 'sign', signatures + 1);
  const toSign = { id: approved.id, options: approved.options, seals };
  copyQuote(base, toRead.id, 'read', 200);
  await withServer(base, env, ({ url }) => drive(url, signing(toSign, 0, 1, 1)));
  settleFile(base);
  let copies = 0;
  const filled = (name: string, count: number): string => {
    const file = join(folder, `${name}.db`);
    cpSync(base, file);
    writeInvoices(file, count);
    return file;
  };
  return {
    toSign,
    few: filled('few', 1000),
    many: filled('many', invoices),
    fresh: (name) => {
      const file = join(folder, `${name}-${(copies += 1)}.db`);
      cpSync(base, file);
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
