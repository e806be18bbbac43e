import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { createQueries } from './queries.ts';
import * as search from './search.ts';
import { sessionQuery } from './session.ts';
import { Broken, Missing, Shell } from './shell/shell.tsx';

export const queries = createQueries(() => {
  if (queries.getQueryData(sessionQuery.queryKey) === null) return;
  queries.setQueryData(sessionQuery.queryKey, null);
  void router.invalidate();
});

const root = createRootRoute({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: search.signInSearch,
  component: lazyRouteComponent(() => import('./features/sign-in/sign-in-screen.tsx'), 'SignInScreen'),
});

/** Everything that needs a session hangs below this one. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const session = await queries.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: { to: location.href } });
    return { session };
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  validateSearch: search.reviewSearch,
  component: lazyRouteComponent(() => import('./features/review/review-screen.tsx'), 'ReviewScreen'),
});

const quotes = createRoute({
  getParentRoute: () => inside,
  path: '/quotes',
  validateSearch: search.quoteSearch,
  component: lazyRouteComponent(() => import('./features/quotes/quotes-screen.tsx'), 'QuotesScreen'),
});

const newQuote = createRoute({
  getParentRoute: () => inside,
  path: '/quotes/new',
  validateSearch: search.newQuoteSearch,
  component: lazyRouteComponent(() => import('./features/quotes/new-quote-screen.tsx'), 'NewQuoteScreen'),
});

const quote = createRoute({
  getParentRoute: () => inside,
  path: '/quotes/$quoteId',
  component: lazyRouteComponent(() => import('./features/quotes/quote-screen.tsx'), 'QuoteScreen'),
});

const editQuote = createRoute({
  getParentRoute: () => inside,
  path: '/quotes/$quoteId/edit',
  component: lazyRouteComponent(() => import('./features/quotes/edit-quote-screen.tsx'), 'EditQuoteScreen'),
});

const invoices = createRoute({
  getParentRoute: () => inside,
  path: '/invoices',
  validateSearch: search.invoiceSearch,
  component: lazyRouteComponent(() => import('./features/invoices/invoices-screen.tsx'), 'InvoicesScreen'),
});

const invoice = createRoute({
  getParentRoute: () => inside,
  path: '/invoices/$invoiceId',
  component: lazyRouteComponent(() => import('./features/invoices/invoice-screen.tsx'), 'InvoiceScreen'),
});

const newInvoice = createRoute({
  getParentRoute: () => inside,
  path: '/invoices/new',
  validateSearch: search.newQuoteSearch,
  component: lazyRouteComponent(
    () => import('./features/invoices/new-invoice-screen.tsx'),
    'NewInvoiceScreen',
  ),
});

const editInvoice = createRoute({
  getParentRoute: () => inside,
  path: '/invoices/$invoiceId/edit',
  component: lazyRouteComponent(
    () => import('./features/invoices/edit-invoice-screen.tsx'),
    'EditInvoiceScreen',
  ),
});

const payments = createRoute({
  getParentRoute: () => inside,
  path: '/payments',
  validateSearch: search.paymentSearch,
  component: lazyRouteComponent(() => import('./features/payments/payments-screen.tsx'), 'PaymentsScreen'),
});

const bank = createRoute({
  getParentRoute: () => inside,
  path: '/bank',
  validateSearch: search.bankSearch,
  component: lazyRouteComponent(() => import('./features/bank/bank-screen.tsx'), 'BankScreen'),
});

const statement = createRoute({
  getParentRoute: () => inside,
  path: '/bank/statements/$statementId',
  component: lazyRouteComponent(() => import('./features/bank/statement-screen.tsx'), 'StatementScreen'),
});

const customers = createRoute({
  getParentRoute: () => inside,
  path: '/customers',
  validateSearch: search.archiveSearch,
  component: lazyRouteComponent(() => import('./features/customers/customers-screen.tsx'), 'CustomersScreen'),
});

const newCustomer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/new',
  component: lazyRouteComponent(
    () => import('./features/customers/new-customer-screen.tsx'),
    'NewCustomerScreen',
  ),
});

const customer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('./features/customers/customer-screen.tsx'), 'CustomerScreen'),
});

const editCustomer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/$customerId/edit',
  component: lazyRouteComponent(
    () => import('./features/customers/edit-customer-screen.tsx'),
    'EditCustomerScreen',
  ),
});

const items = createRoute({
  getParentRoute: () => inside,
  path: '/catalogue',
  validateSearch: search.archiveSearch,
  component: lazyRouteComponent(() => import('./features/items/items-screen.tsx'), 'ItemsScreen'),
});

const newItem = createRoute({
  getParentRoute: () => inside,
  path: '/catalogue/new',
  component: lazyRouteComponent(() => import('./features/items/new-item-screen.tsx'), 'NewItemScreen'),
});

const editItem = createRoute({
  getParentRoute: () => inside,
  path: '/catalogue/$itemId',
  component: lazyRouteComponent(() => import('./features/items/edit-item-screen.tsx'), 'EditItemScreen'),
});

const templates = createRoute({
  getParentRoute: () => inside,
  path: '/templates',
  validateSearch: search.archiveSearch,
  component: lazyRouteComponent(() => import('./features/templates/templates-screen.tsx'), 'TemplatesScreen'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('./features/settings/settings-screen.tsx'), 'SettingsScreen'),
});

const routeTree = root.addChildren([
  signIn,
  inside.addChildren([
    home,
    quotes,
    newQuote,
    quote,
    editQuote,
    invoices,
    newInvoice,
    invoice,
    editInvoice,
    payments,
    bank,
    statement,
    customers,
    newCustomer,
    customer,
    editCustomer,
    items,
    newItem,
    editItem,
    templates,
    settings,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/admin',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultNotFoundComponent: Missing,
  defaultErrorComponent: Broken,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
