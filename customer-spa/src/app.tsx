import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Provider } from 'urql';
import { arrive } from './arrival.ts';
import { QuotePage } from './features/quote/quote-page.tsx';
import { clientFor } from './graphql.ts';
import type { Link } from './link.ts';
import { NoLink } from './ui/calm-page.tsx';
import { Waiting } from './ui/waiting.tsx';

// the quote is what most people open, and first; the other screens come when they are wanted
const InvoicePage = lazy(async () => ({
  default: (await import('./features/invoice/invoice-page.tsx')).InvoicePage,
}));
const ReceiptPage = lazy(async () => ({
  default: (await import('./features/receipt/receipt-page.tsx')).ReceiptPage,
}));

export function App() {
  const [link, setLink] = useState(() => arrive());
  useEffect(() => {
    const follow = () => setLink(arrive(true));
    // also for steps inside the page, and unlike hashchange also where the way back from payment is in between
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const client = useMemo(() => (link.token ? clientFor(link.token) : null), [link.token]);
  if (!client) return <NoLink />;
  // a fresh token or page starts afresh: nothing typed for one document may reach another
  return (
    <Provider key={link.token} value={client}>
      <Suspense fallback={<Waiting />}>
        <Screen key={`${link.kind} ${link.route.screen}`} {...link} />
      </Suspense>
    </Provider>
  );
}

function Screen({ kind, route, fromCheckout }: Link) {
  if (route.screen === 'RECEIPT') return <ReceiptPage key={route.number} kind={kind} number={route.number} />;
  if (route.screen === 'START' && kind === 'quote') return <QuotePage />;
  const number = kind === 'quote' && route.screen === 'INVOICE' ? route.number : null;
  return <InvoicePage key={number} kind={kind} number={number} fromCheckout={fromCheckout} />;
}
