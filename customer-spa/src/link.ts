/*
 * A private link is `/q/#<token>`, `/i/#<token>` or `/a/#<token>`: the fragment never travels to a server by itself. Mail gateways
 * rewrite links all the same: they write `#` as `%23`, or `%2523` when they do it twice, and hang parameters on.
 */

/** What a link opens; its address begins with the first letter. */
const kinds = ['quote', 'invoice', 'account'] as const;

export type LinkKind = (typeof kinds)[number];

export const kindOf = (text: string | undefined): LinkKind | undefined =>
  kinds.find((kind) => kind === text || kind[0] === text);

export type Route =
  | Readonly<{ screen: 'START' }>
  | Readonly<{ screen: 'RECORDS' }>
  | Readonly<{ screen: 'QUOTE'; number: string }>
  | Readonly<{ screen: 'INVOICE'; number: string }>
  | Readonly<{ screen: 'RECEIPT'; number: string }>;

export type Link = Readonly<{
  kind: LinkKind;
  token: string | null;
  route: Route;
  /** The payment page sent the browser back, after a payment or after the customer left it. */
  fromCheckout: boolean;
  leftCheckout: boolean;
}>;

const TOKEN = /#([\w-]{43})(?![\w-])(.*)$/s;

/** What an address says, whichever way it was mangled. */
export function readLink(address: Readonly<{ pathname: string; search: string; hash: string }>): Link {
  const whole = unmangled(address.pathname + address.search + address.hash);
  const found = TOKEN.exec(whole);
  const afterHash = whole.split('#')[1] ?? '';
  const asked = new URLSearchParams(address.search);
  return {
    kind: kindOf(whole[1]) ?? 'quote',
    token: found?.[1] ?? null,
    route: readRoute(found ? (found[2] ?? '') : afterHash),
    fromCheckout: asked.get('from') === 'checkout',
    leftCheckout: asked.get('canceled') === '1',
  };
}

/** The address that stays in the bar and in the history: everything but the token. */
export function addressOf({ kind, route, fromCheckout }: Omit<Link, 'token' | 'leftCheckout'>): string {
  return `/${kind[0]}/${fromCheckout ? '?from=checkout' : ''}${hrefOf(route)}`;
}

/** Where a link inside the page leads. */
export function hrefOf(route: Route): string {
  if (!('number' in route)) return route.screen === 'START' ? '#/' : '#/records';
  return `#/${route.screen.toLowerCase()}s/${encodeURIComponent(route.number)}`;
}

const screens = ['QUOTE', 'INVOICE', 'RECEIPT'] as const;

function readRoute(text: string): Route {
  if (/^\/records\b/.test(text)) return { screen: 'RECORDS' };
  const [, folder, number] = /^\/(quote|invoice|receipt)s\/([^/?&#]+)/.exec(text) ?? [];
  const screen = screens.find((name) => name.toLowerCase() === folder);
  return screen && number ? { screen, number } : { screen: 'START' };
}

function unmangled(text: string): string {
  let plain = text;
  while (/%25/.test(plain)) plain = plain.replaceAll('%25', '%');
  return plain.replaceAll('%23', '#').replace(/%2f/gi, '/');
}

/** Staff look at a quote as its customer would: `/q/preview/<id>`, without a token. */
export const previewOf = (pathname: string): string | null =>
  /^\/q\/preview\/([\w-]+)/.exec(pathname)?.[1] ?? null;

/** The same for an invoice: `/i/preview/<id>`. */
export const invoicePreviewOf = (pathname: string): string | null =>
  /^\/i\/preview\/([\w-]+)/.exec(pathname)?.[1] ?? null;

/** The page for strangers who hold a document. */
export const isVerify = (pathname: string): boolean => /^\/verify\/?$/.test(pathname);
