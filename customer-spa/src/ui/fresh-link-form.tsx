import { useState, type FormEvent } from 'react';
import { Field } from './field.tsx';
import type { Problem } from './problem.ts';
import { ErrorSummary } from './problems.tsx';
import type { AskingForLink } from './use-fresh-link.ts';

type Props = { number: string; onNumber: (number: string) => void; asking: AskingForLink };

/** For somebody whose link is torn or forgotten: what stands in every mail, and the address that it went to. */
export function FreshLinkForm({ number, onNumber, asking }: Props) {
  const [email, setEmail] = useState('');
  const { state, problems, setProblems, send } = asking;
  function submit(event: FormEvent) {
    event.preventDefault();
    const slips: Problem[] = [];
    if (!number.trim())
      slips.push({ at: 'fresh-number', message: 'Enter the number of the quote or the invoice.' });
    if (!/^\S+@\S+$/.test(email.trim()))
      slips.push({ at: 'fresh-email', message: 'Enter the e-mail address at which you received it.' });
    if (slips.length > 0) return setProblems(slips);
    void send({ number: number.trim(), email: email.trim() });
  }
  return (
    <form noValidate onSubmit={submit} aria-label="A fresh link">
      <p>
        Part of it may have been lost on the way. Press the button in the mail once more; if you land here
        again, we can send a fresh link to the address that the document went to.
      </p>
      <ErrorSummary problems={problems} />
      <Field
        at="fresh-number"
        label="Number of the quote or invoice"
        hint="It stands in the subject of the mail, as in QT-SILVA-0001-1."
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={100}
        value={number}
        onText={onNumber}
        problems={problems}
      />
      <Field
        at="fresh-email"
        label="Your e-mail address"
        type="email"
        inputMode="email"
        autoComplete="email"
        maxLength={320}
        value={email}
        onText={setEmail}
        problems={problems}
      />
      <button type="submit" className="primary" aria-disabled={state === 'SENDING'}>
        {state === 'SENDING' ? 'Sending…' : 'Send me a fresh link'}
      </button>
    </form>
  );
}
