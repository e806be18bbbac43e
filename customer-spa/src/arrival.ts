import { addressOf, readLink, type Link } from './link.ts';
import { checkout, keepToken, tokenOf } from './session.ts';

/** Reads the address, takes the token out of it, and says what to show. Safe to repeat. */
export function arrive(isMove = false): Link {
  const read = readLink(location);
  // whoever moves on inside the page has left the way back from the payment page behind
  const asked = isMove ? { ...read, fromCheckout: false } : read;
  if (asked.token) keepToken(asked.kind, asked.token);
  const back = asked.fromCheckout && !location.hash ? backFromCheckout(asked) : asked;
  // who left the payment page has nothing to wait for: the invoice and its ways to pay are the next step
  const link = asked.leftCheckout ? { ...back, fromCheckout: false } : back;
  const address = addressOf(link);
  // replaced, not pushed: neither Back nor the list of visited pages may hold the token
  if (address !== location.pathname + location.search + location.hash)
    history.replaceState(null, '', address);
  return { ...link, token: tokenOf(link.kind) };
}

/** The provider sends everybody back to the one address `/i/?from=checkout`; the rest was remembered here. */
function backFromCheckout(asked: Link): Link {
  const left = checkout();
  if (!left) return asked;
  const route = left.kind !== 'invoice' ? ({ screen: 'INVOICE', number: left.number } as const) : asked.route;
  return { ...asked, kind: left.kind, route };
}
