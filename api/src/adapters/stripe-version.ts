/** The version of Stripe's API that this was written for: asked for with every request, and expected of every event. */
export const apiVersion = '2026-10-28.endive';
