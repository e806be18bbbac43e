/**
 * The checks of the gate that ask whether the signer has the mailbox that the quote was sent to: by the address that is typed,
 * and where the quote asks for it by the code that was mailed there.
 */
import { type Approved, type Check, failed, shown } from './attempt.ts';
import { sameMailbox } from './mailbox.ts';
import { type RefusalCode, refuse } from './refusal.ts';
import type { CodeVerdict } from './signing-code.ts';

const needsNoAddress = ({ snapshot }: Approved): boolean => snapshot?.mailboxProof === 'NONE';

/** The sentence must not say, or let guess, which address is the right one. */
export const mailbox: Check = (approved, { email }) => {
  if (needsNoAddress(approved) || sameMailbox(approved.sentTo, email)) return null;
  const message =
    'Please enter the e-mail address at which you received this quote. If somebody else should sign it, please contact us.';
  return failed(refuse('EMAIL_MISMATCH', message, 'email'), 'E-mail address', shown(email), approved.sentTo);
};

const answers: Readonly<Record<Exclude<CodeVerdict, 'GOOD'>, readonly [RefusalCode, string]>> = {
  MISSING: ['CODE_NEEDED', 'Please enter the code that we send to your e-mail address.'],
  NONE_SENT: ['CODE_NEEDED', 'Please ask for a code first; we send it to your e-mail address at once.'],
  OUT_OF_TIME: ['CODE_NEEDED', 'This code is older than ten minutes. Please ask for a new one.'],
  OLD: ['CODE_WRONG', 'This is the code of an earlier mail. Please enter the one from the newest mail.'],
  WRONG: ['CODE_WRONG', 'This is not the code that we sent. Please check the newest mail and try again.'],
  LOCKED: ['CODE_LOCKED', 'There were too many tries with this code. Please ask for a new one.'],
};

/** The code itself is never repeated, neither to the customer nor to staff. */
export const code: Check = ({ code: verdict }) => {
  if (verdict === null || verdict === 'GOOD') return null;
  const [reason, message] = answers[verdict];
  const sent = verdict.toLowerCase().replaceAll('_', ' ');
  return failed(refuse(reason, message, 'code'), 'Code', sent, 'the code of the newest mail');
};
