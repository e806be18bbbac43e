import type { Actor, Ctx } from '../context.ts';
import { may, type Permission } from '../domain/permission.ts';
import { forbidden, notFound } from '../fault.ts';

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type LinkActor = Extract<Actor, { kind: 'link' }>;
export type QuoteLinkActor = LinkActor & { quoteId: string };

/** The second lock behind the rules: every use case of staff asks here. Throws FORBIDDEN. */
export function requirePermission(ctx: Ctx, permission: Permission): StaffActor {
  if (ctx.actor.kind !== 'staff' || !may(ctx.actor.role, permission)) throw forbidden();
  return ctx.actor;
}

/** Possession of a link is the customer's permission; no link is as good as a wrong one. Throws NOT_FOUND. */
export function requireLink(ctx: Ctx): LinkActor {
  if (ctx.actor.kind !== 'link') throw notFound();
  return ctx.actor;
}

/** A quote opens with its own link; who was handed the link of one invoice sees that invoice and no more. Throws NOT_FOUND. */
export function requireQuoteLink(ctx: Ctx): QuoteLinkActor {
  const link = requireLink(ctx);
  if (!isQuoteLink(link)) throw notFound();
  return link;
}

/** Whether the link opens a quote. */
export const isQuoteLink = (link: LinkActor): link is QuoteLinkActor =>
  link.purpose === 'QUOTE' && link.quoteId !== null;

/** The same question for what a screen offers: no fault, just yes or no. */
export const actorMay =
  (ctx: Ctx) =>
  (permission: Permission): boolean =>
    ctx.actor.kind === 'staff' && may(ctx.actor.role, permission);
