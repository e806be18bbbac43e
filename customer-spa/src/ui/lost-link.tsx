import { useState } from 'react';
import { readLink } from '../link.ts';
import { tokenOf } from '../session.ts';
import { CalmPage } from './calm-page.tsx';
import { FreshLinkForm } from './fresh-link-form.tsx';
import { takeFocus } from './take-focus.ts';
import { ErrorSummary } from './problems.tsx';
import { useFreshLink } from './use-fresh-link.ts';

/** A link that is wrong, over, taken back or torn: all of them look the same, and for all of them there is a fresh one. */
export function LostLink() {
  const [{ token, number: known }] = useState(whatIsLeft);
  const [number, setNumber] = useState(known);
  const [isByNumber, setByNumber] = useState(token === null);
  const asking = useFreshLink();
  const { state, problems, send } = asking;
  function again() {
    setByNumber(true);
    asking.again();
  }
  return (
    <CalmPage title="This link does not open anything any more">
      {state === 'SENT' && (
        <>
          <p className="note good" role="status" tabIndex={-1} ref={takeFocus}>
            If we have it on file, a fresh link is on its way to the address that we wrote to. It can take a
            few minutes. Please look in the spam folder too.
          </p>
          <p>Nothing came? Then ask with the number of the document and your e-mail address.</p>
          <button type="button" className="secondary" onClick={again}>
            Ask with the number
          </button>
        </>
      )}
      {state !== 'SENT' && isByNumber && <FreshLinkForm {...{ number, asking }} onNumber={setNumber} />}
      {state !== 'SENT' && !isByNumber && (
        <>
          <p>
            It may be too old, or a newer one has taken its place. Nothing is lost: we can send a fresh link
            to the e-mail address that the document went to.
          </p>
          <ErrorSummary problems={problems} />
          <button
            type="button"
            className="primary"
            aria-disabled={state === 'SENDING'}
            onClick={() => void send({ token })}
          >
            {state === 'SENDING' ? 'Sending…' : 'Send me a fresh link'}
          </button>
        </>
      )}
    </CalmPage>
  );
}

/** The token was kept when the page was opened; the address may still say which document. */
function whatIsLeft(): { token: string | null; number: string } {
  const { kind, route } = readLink(location);
  return { token: tokenOf(kind), number: 'number' in route ? route.number : '' };
}
