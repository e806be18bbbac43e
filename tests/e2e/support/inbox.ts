import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { until } from './see.ts';

export type Mail = { id: string; to: string; subject: string; text: string };

/** Waits for a mail to this address whose subject says this, and gives it. */
export async function mailTo(sandboxUrl: string, to: string, subject: string | RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await until(`a mail to ${to}: ${subject}`, async () => {
    found = (await mailsTo(sandboxUrl, to)).find((mail) => mail.subject.match(subject) !== null);
    return found !== undefined;
  });
  if (found === undefined) throw new Error('no mail');
  return found;
}

/** Newest first. */
export async function mailsTo(sandboxUrl: string, to: string): Promise<Mail[]> {
  const answer = await fetch(`${sandboxUrl}/sandbox/mail/messages.json`);
  return ((await answer.json()) as Mail[]).filter((mail) => mail.to.includes(to));
}

/** The private link of a mail, as its reader sees it in the text. */
export function linkIn({ text }: Mail): { url: string; token: string } {
  const [url, token] = /https?:\/\/\S+\/[qia]\/#([\w-]{43})\S*/.exec(text) ?? [];
  if (url === undefined || token === undefined) throw new Error(`no private link in: ${text}`);
  return { url, token };
}

/** The text of the PDF that is attached to a mail; at least it is one, where nothing can read PDFs. */
export async function attachedPdf(sandboxUrl: string, mail: Mail): Promise<string | null> {
  const answer = await fetch(`${sandboxUrl}/sandbox/mail/${mail.id}/attachments/0`);
  expect(answer.headers.get('content-disposition')).toMatch(/\.pdf$/);
  return pdfText(Buffer.from(await answer.arrayBuffer()));
}

/** What a PDF says, or null on a machine without pdftotext. */
export async function pdfText(pdf: Buffer): Promise<string | null> {
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const file = join(mkdtempSync(join(tmpdir(), 'countersign-pdf-')), 'document.pdf');
  writeFileSync(file, pdf);
  try {
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-']);
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
