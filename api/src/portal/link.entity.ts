import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import { Invoice } from '../invoices/invoice.entity.ts';
import { Quote } from '../quotes/quote.entity.ts';

const LinkSchema = defineEntity({
  name: 'Link',
  properties: {
    id: p.text().primary(),
    /** SHA-256 of 256 random bits; the token itself is in the customer's mail and nowhere else. */
    tokenHash: p.text().unique(),
    purpose: p.text().$type<'QUOTE' | 'INVOICE' | 'ACCOUNT'>(),
    quoteId: () => p.manyToOne(Quote).mapToPk().fieldName('quote_id').nullable().index(),
    /** For a link of purpose INVOICE, which one. */
    invoiceId: () => p.manyToOne(Invoice).mapToPk().fieldName('invoice_id').nullable(),
    customerId: p.text().index(),
    email: p.text(),
    createdAt: p.text().$type<Instant>(),
    /** From then on it is as good as a wrong one; the page offers to send a fresh one. */
    expiresAt: p.text().$type<Instant>(),
    revokedAt: p.text().$type<Instant>().nullable(),
  },
});
export class Link extends LinkSchema.class {}
LinkSchema.setClass(Link);
