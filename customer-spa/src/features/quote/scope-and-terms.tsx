import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { counted } from '../../ui/day.ts';
import { RichText } from '../../ui/rich-text.tsx';

export function Scope({ quote }: { quote: Quote_AllFragment }) {
  if (quote.scope.length === 0) return null;
  return (
    <section aria-labelledby="scope-title">
      <h2 id="scope-title">What you get</h2>
      <RichText blocks={quote.scope} />
    </section>
  );
}

/** Before the signature, never behind it. */
export function Terms({ quote }: { quote: Quote_AllFragment }) {
  const days = quote.paymentTermsDays;
  return (
    <section aria-labelledby="terms-title">
      <h2 id="terms-title">Terms</h2>
      <RichText blocks={quote.terms} />
      <p>
        {days === 0
          ? 'Invoices are due on the day of issue.'
          : `Invoices are due ${counted(days)} after the day of issue.`}
      </p>
    </section>
  );
}
