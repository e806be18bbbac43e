import type { Failpoint } from '../../api/src/failpoint.ts';

/** The places of correcting and giving back have a file of tests of their own. */
export const isOfMoney = (place: Failpoint): boolean =>
  /^(step|ledger|credit-note|refund|reconcile)\./.test(place);
