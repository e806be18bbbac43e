import type { ErasureKind, ErasureThing } from '../../gql/graphql.ts';

const nouns: Record<Exclude<ErasureThing, 'DETAILS' | 'IDENTITY'>, readonly [one: string, many: string]> = {
  DRAFTS: ['draft with its files', 'drafts with their files'],
  OFFERS: ['quote that nobody signed', 'quotes that nobody signed'],
  CONTRACTS: ['signed quote with its evidence', 'signed quotes with their evidence'],
  INVOICES: ['invoice with its papers', 'invoices with their papers'],
  PAYMENTS: ['payment', 'payments'],
  MAILS: ['mail with its text', 'mails with their texts'],
  HISTORY: ['entry of the history', 'entries of the history'],
};

/** `2 drafts with their files` */
export function shareText({ what, count: many }: { what: ErasureThing; count: number }): string {
  if (what === 'DETAILS') return 'Telephone number, notes and other contacts';
  if (what === 'IDENTITY') return 'Name, address, e-mail address and tax number';
  const [one, more] = nouns[what];
  return many === 1 ? `1 ${one}` : `${many} ${more}`;
}

export const whyKept: Record<ErasureKind, string> = {
  LEAD: 'Nothing was ever written for this customer.',
  OFFERED: 'Nobody signed any of the quotes.',
  CONTRACT: 'Something was agreed or invoiced, and the law wants the records kept.',
  OWED: 'Something is owed, on its way or in dispute. The records are kept until that is settled and the law lets them go.',
  RETENTION_OVER: 'The records need not be kept any longer.',
};
