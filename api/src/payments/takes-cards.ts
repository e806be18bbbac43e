import type { Ctx } from '../context.ts';

/** Whether a card can be offered: there is a provider and it takes our key. One that is merely away may be back with the next click. */
export const takesCards = ({ gateway }: Pick<Ctx, 'gateway'>): boolean =>
  gateway !== null && gateway.health() !== 'KEY_REFUSED';
