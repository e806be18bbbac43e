import { sealAudit } from '../../api/src/audit/seal-audit.ts';
import { systemContext } from '../../api/src/context.ts';
import { judgePack } from '../../api/src/verify/judge-pack.ts';
import { everyRow } from './every-row.ts';
import {
  createQuote,
  customers,
  eraseCustomer,
  erasedCustomer,
  erasurePreview,
  updateCustomer,
} from './operations.ts';
import { aCustomerInput, aKey, aQuoteInput, type Company } from './steps.ts';

/** A person whose name, addresses and numbers are nowhere else. */
export const zelda = {
  name: 'Zelda Quagmire',
  contactName: 'Zelda Quagmire',
  email: 'zelda@quagmire.example',
  phone: '+61 4 9191 7373',
  address: ['77 Quagmire Lane', 'Newtown'],
  taxNumber: 'ABN Q-4711',
  contacts: [
    {
      id: null,
      name: 'Otto Quagmire',
      email: 'otto@quagmire.example',
      phone: '+61 4 9191 7474',
      role: 'Son',
    },
  ],
  notes: 'The Quagmires never answer before noon.',
  prefix: 'CLIENT7',
};

/** How the person signs; the name and the mailbox are theirs. */
export const asZelda = { name: zelda.name, email: zelda.email };

const traces = /.{0,40}(quagmire|zelda|9191 7|Q-4711|never answer).{0,40}/gi;

export type Preview = {
  outcome: string;
  kind: string;
  until: string | null;
  shares: { what: string; count: number; goesNow: boolean }[];
};
export type SeenErased = {
  __typename?: string;
  code?: string;
  name: string;
  email: string;
  phone: string;
  prefix: string;
  notes: string;
  contacts: object[];
  erasure: { outcome: string; kind: string; until: string | null; by: string; reason: string } | null;
  quotes: { id: string; number: string | null; title: string; status: string }[];
  invoices: { number: string; status: string }[];
};

/** What the tests of erasing people ask of a company. */
export function erasureDesk(office: () => Company) {
  return {
    preview: async (customerId: string) =>
      office().make<Preview>(erasurePreview, { customerId }, await office().as('OWNER')),
    erase: async (id: string, changes: object = {}) =>
      office().run<SeenErased>(
        eraseCustomer,
        { input: { idempotencyKey: aKey(), id, reason: 'Asked for it by letter', ...changes } },
        await office().as('OWNER'),
      ),
    read: async (id: string) =>
      office().make<SeenErased>(erasedCustomer, { id }, await office().as('BOOKKEEPER')),
    listed: async (search: string) => {
      const page = await office().make<{ items: { id: string }[] }>(
        customers,
        { search, archived: null },
        await office().as('BOOKKEEPER'),
      );
      return page.items.map(({ id }) => id);
    },
    quoteFor: async (customerId: string) =>
      office().run(
        createQuote,
        { input: { idempotencyKey: aKey(), customerId, quote: aQuoteInput() } },
        await office().as('STAFF'),
      ),
    change: async (id: string) =>
      office().run(
        updateCustomer,
        { input: { id, version: 2, customer: aCustomerInput() } },
        await office().as('STAFF'),
      ),
    /** What `countersign verify` finds wrong with the evidence file of a quote, as it is made now. */
    problemsOf: async (quoteId: string): Promise<string[]> => {
      const url = `/documents/office-evidence/${quoteId}.json`;
      const { rawPayload } = await office().app.server.inject({ url, headers: await office().as('OWNER') });
      const { signer } = office().app.instance;
      const { checks } = judgePack(rawPayload, new Map([[signer.keyId, signer.publicKey]]));
      return checks.flatMap(({ problem }) => problem ?? []);
    },
    /** What the whole database still says about the person, with some words around it. */
    traces: async (): Promise<string[]> => (await everyRow(office().db)).match(traces) ?? [],
    /** The chain over everything that was written until now. */
    seal: async (): Promise<void> => {
      await sealAudit(await systemContext(office().app.instance, 'test'));
    },
  };
}
