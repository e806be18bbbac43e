import type { ReactNode } from 'react';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { instantText } from '../../ui/day.ts';
import { locale } from '../../ui/locale.ts';

export function Signature({ quote, children }: { quote: Quote_AllFragment; children: ReactNode }) {
  const { acceptance } = quote;
  if (!acceptance) return null;
  return (
    <section className="signature-note" aria-label="Signature">
      <p>
        Signed by <strong>{acceptance.signerName}</strong> on {instantText(acceptance.signedAt, locale)}.
      </p>
      <div className="actions no-print">{children}</div>
      <details className="fine">
        <summary>Proof of what was signed</summary>
        <p>
          The SHA-256 fingerprint of the evidence record; the signed PDF shows the same one:
          <code>{acceptance.evidenceHash}</code>
        </p>
      </details>
    </section>
  );
}
