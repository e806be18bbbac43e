import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Provider, type Client } from 'urql';
import { arrive } from './arrival.ts';
import { QuotePage } from './features/quote/quote-page.tsx';
import { clientFor } from './graphql.ts';
import { invoicePreviewOf, isVerify, previewOf, type Link } from './link.ts';
import { Lost } from './ui/lost.tsx';
import { Waiting } from './ui/waiting.tsx';

// the quote is what most people open, and first; the other screens come when they are wanted
const InvoicePage = lazy(async () => ({
  default: (await import('./features/invoice/invoice-page.tsx')).InvoicePage,
}));
const ReceiptPage = lazy(async () => ({
  default: (await import('./features/receipt/receipt-page.tsx')).ReceiptPage,
}));
const RecordsPage = lazy(async () => ({
  default: (await import('./features/records/records-page.tsx')).RecordsPage,
}));
const AccountPage = lazy(async () => ({
  default: (await import('./features/records/account-page.tsx')).AccountPage,
}));
const PreviewPage = lazy(async () => ({
  default: (await import('./features/quote/preview-page.tsx')).PreviewPage,
}));

const InvoicePreview = lazy(async () => ({
  default: (await import('./features/invoice/invoice-preview.tsx')).InvoicePreview,
}));

const VerifyPage = lazy(async () => ({
  default: (await import('./features/verify/verify-page.tsx')).VerifyPage,
}));

/** A preview has no link and leaves the one that this browser may hold alone. */
export function App() {
  const [preview] = useState(() => previewOf(location.pathname));
  const [invoice] = useState(() => invoicePreviewOf(location.pathname));
  const isCheck = isVerify(location.pathname);
  if (preview === null && invoice === null && !isCheck) return <Linked />;
  return (
    <Provider value={clientFor(null)}>
      <Suspense fallback={<Waiting />}>
        {preview !== null && <PreviewPage id={preview} />}
        {invoice !== null && <InvoicePreview id={invoice} />}
        {isCheck && <VerifyPage />}
      </Suspense>
    </Provider>
  );
}

function Linked() {
  const [link, setLink] = useState(() => arrive());
  useEffect(() => {
    const follow = () => setLink(arrive(true));
    // also for steps inside the page, and unlike hashchange also where the way back from payment is in between
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const client = useMemo(() => (link.token ? clientFor(link.token, note) : null), [link.token]);
  if (!client) return <Lost />;
  // a fresh token or page starts afresh: nothing typed for one document may reach another
  return (
    <Provider key={link.token} value={client}>
      <Suspense fallback={<Waiting />}>
        <Screen key={`${link.kind} ${link.route.screen}`} {...link} />
      </Suspense>
    </Provider>
  );
}

/** The first answer says that the link is good. The rest comes later, and when it does not come nobody misses it. */
const note = (client: Client): void =>
  void import('./visit.ts').then(({ noteVisit }) => noteVisit(client)).catch(() => undefined);

function Screen({ kind, route, fromCheckout }: Link) {
  if (route.screen === 'RECEIPT') return <ReceiptPage key={route.number} kind={kind} number={route.number} />;
  if (kind === 'account' && route.screen !== 'INVOICE') return <AccountPage />;
  if (route.screen === 'RECORDS') return <RecordsPage />;
  if (kind === 'quote' && route.screen !== 'INVOICE') {
    const version = route.screen === 'QUOTE' ? route.number : null;
    return <QuotePage key={version} number={version} />;
  }
  const number = kind !== 'invoice' && route.screen === 'INVOICE' ? route.number : null;
  return <InvoicePage key={number} kind={kind} number={number} fromCheckout={fromCheckout} />;
}
