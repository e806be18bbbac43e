import { defineEntity, p } from '@mikro-orm/core';
import type { Instant } from '../db/instant.ts';
import { Link } from './link.entity.ts';

/** A page that was loaded through a link, and apart from that, a page that a person had before their eyes. Append-only. */
const LinkVisitSchema = defineEntity({
  name: 'LinkVisit',
  properties: {
    id: p.text().primary(),
    linkId: () => p.manyToOne(Link).mapToPk().fieldName('link_id'),
    quoteId: p.text().nullable().index(),
    /** For the link of an invoice, which one. */
    invoiceId: p.text().nullable().index(),
    /** Made by the page for each of its sessions, so that a page that is loaded again counts once. */
    visitId: p.text(),
    kind: p.text().$type<'FETCHED' | 'OPENED'>(),
    at: p.text().$type<Instant>(),
    ip: p.text(),
    userAgent: p.text(),
    /** The erasure that took the personal words out of it; null as long as they are there. */
    erasureId: p.text().nullable(),
  },
  uniques: [{ properties: ['linkId', 'visitId', 'kind'] }],
});
export class LinkVisit extends LinkVisitSchema.class {}
LinkVisitSchema.setClass(LinkVisit);
