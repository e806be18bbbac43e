/**
 * The checks of the gate that ask whether the quote itself can still be accepted, whoever says yes and in whatever way: it is
 * open, the newest version, within its days, and what is stored is what was approved.
 */
import { type Approved, type Check, failed, isDamaged } from './attempt.ts';
import { inWords, isOver } from './local-date.ts';
import { refuse } from './refusal.ts';

const used: Check<object> = ({ status }) => {
  if (status !== 'ACCEPTED') return null;
  const message = 'This quote has been signed already, so there is nothing left to do.';
  return failed(refuse('QUOTE_ALREADY_ACCEPTED', message), 'Status', null, status);
};

const isSuperseded = ({ status, cancelReason }: Approved): boolean =>
  status === 'CANCELED' && cancelReason === 'SUPERSEDED';

const newer: Check<object> = (approved) => {
  if (!isSuperseded(approved)) return null;
  const message =
    'There is a newer version of this quote. Please open it and read it before you sign; if you do not have its link, please contact us.';
  return failed(refuse('REVISION_SUPERSEDED', message), 'Status', null, 'SUPERSEDED');
};

const expiry: Check<object> = ({ validUntil }, _attempt, today) => {
  if (!isOver(validUntil, today)) return null;
  const message = `This quote was valid until ${inWords(validUntil)}. Please contact us and we can send you a fresh one.`;
  return failed(refuse('QUOTE_EXPIRED', message), 'Valid until', today, validUntil);
};

const withdrawal: Check<object> = (approved) => {
  const { status } = approved;
  if (status === 'OPEN' || status === 'ACCEPTED' || isSuperseded(approved)) return null;
  const message = 'This quote can no longer be signed. Please contact us and we can send you a fresh one.';
  return failed(refuse('QUOTE_NOT_OPEN', message), 'Status', null, status);
};

const seal: Check<object> = (approved) => {
  if (!isDamaged(approved)) return null;
  const message =
    'We need to check this quote before it can be signed. We have been told and will contact you; you do not have to do anything.';
  return failed(refuse('SNAPSHOT_DAMAGED', message), 'Seal', approved.computedHash, approved.sealedHash);
};

/**
 * By weight. A newer version helps most, so it stands before the day; expiry stands before withdrawal, because a quote whose
 * last day is over gets canceled, and the day is what helps.
 */
export const standing: readonly Check<object>[] = [used, newer, expiry, withdrawal, seal];
