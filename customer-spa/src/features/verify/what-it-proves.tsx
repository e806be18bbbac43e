/** Said before anybody asks: a check is worth as much as what it rests on. */
export function WhatItProves() {
  return (
    <section aria-labelledby="proves" className="proves">
      <h2 id="proves">What this check proves, and what it does not</h2>
      <p>
        When the fingerprints match, the document is the one that this company recorded when it was signed.
        Not a letter of it was changed since.
      </p>
      <p>
        The company keeps that record and its key itself. Once a day it mails a fingerprint of its whole
        history, so a record that was rewritten later does not fit the mails any more. This page does not
        prove who sat at the keyboard, and the signature is no qualified electronic signature.
      </p>
      <p>
        To check without trusting this page, ask the company for the evidence file and its public key. The
        command <b>countersign verify</b> checks both without a network.
      </p>
    </section>
  );
}
