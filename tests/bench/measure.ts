import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { portalQuote } from '../support/operations.ts';
import { drive, graphqlRequest, type Load } from './drive.ts';
import type { Ground } from './ground.ts';
import { measureLists } from './lists.ts';
import { pdfRate } from './pdf-rate.ts';
import { largePricingRate, pricingRate } from './pricing-rate.ts';
import { cpuMilliseconds, residentMegabytes } from './process-figures.ts';
import { tokenOf } from './quote-copies.ts';
import { signing } from './signing.ts';
import { statementImport } from './statement-import.ts';
import { webhookRate } from './webhook-rate.ts';
import { type Served, withServer } from './with-server.ts';

export type Sizes = { signatures: number; reads: number; clients: number };
export type Figures = Record<string, number>;

/** One run: every figure once, each server on a fresh copy of the database. */
export async function measure(ground: Ground, sizes: Sizes, smtpUrl: string): Promise<Figures> {
  const before = await rawCommits(ground, sizes.signatures);
  const signed = await withServer(ground.fresh('sign'), { SMTP_URL: smtpUrl }, (server) =>
    signAndRead(server, ground, sizes),
  );
  // The disk has its moods: the yardstick is taken before and after what it measures.
  const after = await rawCommits(ground, sizes.signatures);
  const raw = {
    ...before,
    'raw.perSecond': ((before['raw.perSecond'] ?? 0) + (after['raw.perSecond'] ?? 0)) / 2,
  };
  const mailing = await withServer(ground.fresh('mail'), {}, (server) =>
    signWithMails(server, ground, sizes),
  );
  const pricing = {
    'pricing.perSecond': pricingRate(1000),
    'pricing.largePerSecond': largePricingRate(1000),
    ...(await pdfRate(200)),
  };
  const bank = await withServer(ground.fresh('bank'), { SMTP_URL: smtpUrl }, ({ url }) =>
    statementImport(url),
  );
  const webhook = await webhookRate(ground.fresh('webhook'));
  const lists = await measureLists(ground);
  const figures: Figures = { ...raw, ...signed, ...mailing, ...pricing, ...bank, ...webhook, ...lists };
  return { ...figures, ...ratiosOf(figures) };
}

const ratiosOf = (figures: Figures): Figures => {
  const ratio = (of: string, to: string): number => (100 * (figures[of] ?? NaN)) / (figures[to] ?? NaN);
  return {
    'sign.ofRaw': ratio('sign.perSecond', 'raw.perSecond'),
    'signMailing.ofRaw': ratio('signMailing.perSecond', 'raw.perSecond'),
    'quote.ofHello': ratio('quote.perSecond', 'hello.perSecond'),
  };
};

async function rawCommits(ground: Ground, signatures: number): Promise<Figures> {
  const script = join(import.meta.dirname, 'raw-commits.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    script,
    ground.fresh('raw'),
    ground.toSign.id,
    String(signatures),
  ]);
  const { perSecond, rows } = JSON.parse(stdout) as { perSecond: number; rows: number };
  return { 'raw.perSecond': perSecond, 'raw.rows': rows };
}

async function signAndRead(
  server: Served,
  ground: Ground,
  { signatures, reads, clients }: Sizes,
): Promise<Figures> {
  const idle = residentMegabytes(server.pid);
  // A server that is warm: its first seconds are those of a compiler.
  await drive(server.url, { clients, next: times(reads / 4, () => hello) });
  await drive(server.url, { clients, next: times(reads / 8, readRequest) });
  const warmUp = Math.floor(signatures / 5);
  await drive(server.url, signing(ground.toSign, 1, warmUp, clients));
  const helloFigures = await timed('hello', server, { clients, next: times(reads, () => hello) });
  const quoteFigures = await timed('quote', server, {
    clients,
    next: times(reads / 2, readRequest),
    check: isQuote,
  });
  const beside = Math.floor(signatures / 5);
  const signFigures = await timed(
    'sign',
    server,
    signing(ground.toSign, 1 + warmUp, signatures - warmUp - beside, clients),
  );
  const besideFigures = await readBesideSigning(server, ground, signatures + 1 - beside, beside);
  return {
    'start.ms': server.startedIn,
    'rss.idle': idle,
    ...helloFigures,
    ...quoteFigures,
    ...signFigures,
    ...besideFigures,
    'rss.loaded': residentMegabytes(server.pid),
  };
}

/** Signatures while the worker prints and sends the mails of those before, to the inbox of the sandbox. */
async function signWithMails(
  server: Served,
  ground: Ground,
  { signatures, clients }: Sizes,
): Promise<Figures> {
  const count = Math.floor(signatures / 2);
  await drive(server.url, signing(ground.toSign, 1, Math.floor(count / 5), clients));
  const figures = await timed(
    'signMailing',
    server,
    signing(ground.toSign, 1 + Math.floor(count / 5), count, clients),
  );
  return { ...figures, 'rss.mailing': residentMegabytes(server.pid) };
}

/** One reader, who must not wait for the disk of 4 signers. */
async function readBesideSigning(
  server: Served,
  ground: Ground,
  first: number,
  count: number,
): Promise<Figures> {
  let signed = false;
  const signers = drive(server.url, signing(ground.toSign, first, count, 4)).finally(() => (signed = true));
  const reader = drive(server.url, { clients: 1, next: () => (signed ? null : pointRead) });
  const [, { p50, p99 }] = await Promise.all([signers, reader]);
  return { 'beside.p50': p50, 'beside.p99': p99 };
}

async function timed(name: string, { url, pid }: Served, load: Load): Promise<Figures> {
  const before = cpuMilliseconds(pid);
  const { count, perSecond, p50, p99 } = await drive(url, load);
  const cpu = (cpuMilliseconds(pid) - before) / count;
  return {
    [`${name}.perSecond`]: perSecond,
    [`${name}.p50`]: p50,
    [`${name}.p99`]: p99,
    [`${name}.cpu`]: cpu,
  };
}

const hello = graphqlRequest('{ __typename }');
const asReader = (at: number) => ({ authorization: `Link ${tokenOf('read', at)}` });
const readRequests = Array.from({ length: 200 }, (_, at) => graphqlRequest(portalQuote, {}, asReader(at)));
const pointRead = graphqlRequest('{ portalQuote { number status } }', {}, asReader(0));

function readRequest(): Buffer {
  const request = readRequests.shift() ?? hello;
  readRequests.push(request);
  return request;
}

function isQuote(body: string): void {
  if (!body.includes('"status":"OPEN"')) throw new Error(`Not a quote: ${body.slice(0, 500)}`);
}

function times(count: number, request: () => Buffer): () => Buffer | null {
  let left = Math.floor(count);
  return () => ((left -= 1) < 0 ? null : request());
}
