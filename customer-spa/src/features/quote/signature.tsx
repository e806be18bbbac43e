import type { ReactNode } from 'react';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { instantText } from '../../ui/instant.ts';
import { locale } from '../../ui/locale.ts';
import { Proof } from './proof.tsx';

export function Signature({ quote, children }: { quote: Quote_AllFragment; children: ReactNode }) {
  const { acceptance } = quote;
  if (!acceptance) return null;
  return (
    <section className="signature-note" aria-label="Signature">
      <p>
        {acceptance.onBehalf ? 'Accepted by' : 'Signed by'} <strong>{acceptance.signerName}</strong> on{' '}
        {instantText(acceptance.signedAt, locale)}.
      </p>
      <div className="actions no-print">{children}</div>
      <Proof quote={quote} evidenceHash={acceptance.evidenceHash} />
    </section>
  );
}
