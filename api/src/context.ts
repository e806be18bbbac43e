import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { Row } from './db/entities.ts';
import { type Instant, instant } from './db/instant.ts';
import type { LocalDate } from './domain/local-date.ts';
import type { StaffRole } from './domain/permission.ts';
import { today } from './domain/zone.ts';
import { type Loaders, loadersOf } from './loaders.ts';
import type {
  BounceMailbox,
  Clock,
  FileCleaner,
  Ids,
  Mailer,
  PaymentGateway,
  PdfRenderer,
  Signer,
} from './ports.ts';
import { readCompany } from './settings/read-company.ts';
import type { Company } from './settings/company.entity.ts';

/** Who asks. Rules and use cases both look at it. */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'staff'; id: string; name: string; role: StaffRole; sessionHash: string }
  | {
      kind: 'link';
      linkId: string;
      purpose: 'QUOTE' | 'INVOICE' | 'ACCOUNT';
      quoteId: string | null;
      invoiceId: string | null;
      customerId: string;
      email: string;
    }
  | { kind: 'system' };

/** One running copy of the product: what is made once at the start and shared by all requests and jobs. */
export type Instance = {
  config: Config;
  db: Database;
  clock: Clock;
  ids: Ids;
  mailer: Mailer;
  /** Null when none is set up. */
  bounceMailbox: BounceMailbox | null;
  /** Null when no payment provider is set up: card is then not offered. */
  gateway: PaymentGateway | null;
  pdf: PdfRenderer;
  /** Opens what people upload, far from us. */
  files: FileCleaner;
  /** Signs evidence, so that strangers can check it. */
  signer: Signer;
  /** Signs addresses of documents. */
  sessionSecret: string;
  log: Logger;
  /** Tells the worker that there is something to do; called after a commit. */
  nudge(): void;
};

/** Per request or job: who asks, and one answer to «what time is it» for all of it. First argument of every use case. */
export type Ctx = Instance & {
  actor: Actor;
  requestId: string;
  client: { ip: string; userAgent: string };
  company: Row<Company>;
  now: Instant;
  today: LocalDate;
  load: Loaders;
};

export type Asker = Pick<Ctx, 'actor' | 'requestId' | 'client'>;

export async function createContext(instance: Instance, asker: Asker): Promise<Ctx> {
  const now = instance.clock.now();
  const company = await readCompany(instance.db.read);
  return {
    ...instance,
    ...asker,
    company,
    now: instant(now),
    today: today(now, company.timeZone),
    load: loadersOf(instance.db.read),
  };
}

/** The context of a job: nobody in particular asks. */
export const systemContext = (instance: Instance, requestId: string): Promise<Ctx> =>
  createContext(instance, { actor: { kind: 'system' }, requestId, client: { ip: '', userAgent: '' } });

/** The name that histories show. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return actor.name;
    case 'link':
      return 'Customer';
    case 'system':
      return 'System';
    case 'anonymous':
      return 'Nobody';
  }
}
