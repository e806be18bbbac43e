import type { Ctx } from '../context.ts';

/** The conversation about an offer for staff, each message with the number of the version that it is about. */
export async function messagesOf(ctx: Ctx, familyId: string) {
  const [messages, versions] = await Promise.all([
    ctx.load.messagesOfFamily.load(familyId),
    ctx.load.standingsOfFamily.load(familyId),
  ]);
  const numbers = new Map(versions.map(({ id, number }) => [id, number]));
  return messages.map((message) => ({ ...message, quoteNumber: numbers.get(message.quoteId) ?? null }));
}
