import { readFileSync } from 'node:fs';
import { publicKeysIn } from '../adapters/signing-key.ts';
import { sha256 } from '../sha256.ts';
import { judgePack, type PackVerdict } from './judge-pack.ts';
import { packReport } from './pack-report.ts';

/** 0: everything holds. 1: something is wrong. 2: it could not be looked at. */
export type Verified = { lines: string[]; code: 0 | 1 | 2 };

/** Checks an evidence file, and with it a PDF that somebody holds. Offline: files in, a report out. */
export function verifyFile(file: string, given: { key?: string; pdf?: string }): Verified {
  const bytes = read(file);
  const pem = given.key === undefined ? null : read(given.key);
  const pdf = given.pdf === undefined ? null : read(given.pdf);
  const missing = [bytes, pem, pdf].find((one) => typeof one === 'string');
  if (typeof missing === 'string') return { lines: [missing], code: 2 };
  if (bytes instanceof Buffer && bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    return { lines: aPdf(bytes), code: 2 };
  const keys = pem instanceof Buffer ? keysIn(pem) : null;
  if (keys?.size === 0) return { lines: [`There is no public key in ${given.key}.`], code: 2 };
  const verdict = withPdf(judgePack(bytes as Buffer, keys), pdf as Buffer | null);
  const holds = verdict.checks.every(({ problem }) => problem === null);
  return { lines: packReport(verdict), code: holds ? 0 : 1 };
}

function read(file: string): Buffer | string {
  try {
    return readFileSync(file);
  } catch {
    return `The file ${file} cannot be read.`;
  }
}

function keysIn(pem: Buffer): ReadonlyMap<string, string> {
  try {
    return publicKeysIn(pem.toString());
  } catch {
    return new Map();
  }
}

function withPdf(verdict: PackVerdict, pdf: Buffer | null): PackVerdict {
  if (pdf === null || verdict.pack === null) return verdict;
  const isSame = sha256(pdf) === verdict.pack.document.sha256;
  const problem = isSame ? null : 'It is not the PDF that was signed: its fingerprint is another.';
  return { ...verdict, checks: [...verdict.checks, { label: 'The PDF that you hold', problem }] };
}

const aPdf = (bytes: Buffer): string[] => [
  'This is a PDF. A PDF cannot prove anything by itself: the evidence file that goes with it can.',
  'Give that file, and the PDF with --pdf; or show the PDF to the page /verify of the company that sent it.',
  `Its SHA-256 is ${sha256(bytes)}.`,
];
