import type { Ctx } from '../context.ts';
import { GatewayRefused, GatewayUnavailable, type PaymentGateway } from '../ports.ts';

/**
 * Asks the provider about each. What it does not know, of its test mode for instance, is no reason to ask about nothing else:
 * that is logged and returned, with the error. Throws where the provider is away or does not take our key, because whatever
 * comes next would fail alike.
 */
export async function askEach<Open extends object>(
  ctx: Ctx,
  gateway: PaymentGateway,
  all: readonly Open[],
  ask: (one: Open) => Promise<void>,
): Promise<{ one: Open; error: Error }[]> {
  const untold: { one: Open; error: Error }[] = [];
  for (const one of all) {
    try {
      await ask(one);
    } catch (error) {
      const isAnswer = error instanceof GatewayRefused || error instanceof GatewayUnavailable;
      if (!isAnswer || gateway.health() !== 'WORKS') throw error;
      ctx.log.warn({ err: error, about: one }, 'the payment provider cannot tell how this stands');
      untold.push({ one, error });
    }
  }
  return untold;
}
