import { describe, expect, it } from 'vitest';
import { addressOf, readLink } from '../../customer-spa/src/link.ts';

const token = 'Zk3_-'.padEnd(43, 'a');
const read = (address: string) => {
  const { pathname, search, hash } = new URL(address, 'https://example.com');
  return readLink({ pathname, search, hash });
};

describe('a private link', () => {
  it.each([
    ['as it was mailed', `/q/#${token}`],
    ['with the # written as %23', `/q/%23${token}`],
    ['with the # written as %2523', `/q/%2523${token}`],
    ['with parameters hung on before it', `/q/?utm_source=mail#${token}`],
    ['with parameters hung on behind it', `/q/#${token}?utm_source=mail`],
    ['rewritten and with parameters hung on', `/q/%23${token}?utm_source=mail&x=1`],
    ['with the # rewritten inside the parameters', `/q/?utm_source=mail%23${token}`],
  ])('is found %s', (_how, address) => {
    expect(read(address)).toEqual({
      kind: 'quote',
      token,
      route: { screen: 'START' },
      fromCheckout: false,
      leftCheckout: false,
    });
  });

  it.each([
    ['one character short', `/q/#${token.slice(1)}`],
    ['one character long', `/q/#${token}a`],
    ['dropped', '/q/'],
    ['with a character that no token has', `/q/#${token.slice(1)}!`],
  ])('is not taken for one when it is %s', (_how, address) => {
    expect(read(address).token).toBeNull();
  });

  it('can lead to a receipt, mangled or not', () => {
    const route = { screen: 'RECEIPT', number: 'RC-2026-0001' };
    expect(read(`/i/#${token}/receipts/RC-2026-0001`)).toEqual({
      kind: 'invoice',
      token,
      route,
      fromCheckout: false,
      leftCheckout: false,
    });
    expect(read(`/i/%2523${token}%252Freceipts%252FRC-2026-0001?x=1`).route).toEqual(route);
  });

  it('leaves an address without the token, which leads to the same place', () => {
    const link = read(`/i/#${token}/receipts/RC-2026-0001`);
    const address = addressOf(link);
    expect(address).toBe('/i/#/receipts/RC-2026-0001');
    expect(read(address).route).toEqual(link.route);
  });

  it('keeps the way back from the payment page apart from a token', () => {
    expect(read('/i/?from=checkout')).toEqual({
      kind: 'invoice',
      token: null,
      route: { screen: 'START' },
      fromCheckout: true,
      leftCheckout: false,
    });
    expect(read('/i/?from=checkout&canceled=1')).toMatchObject({ fromCheckout: true, leftCheckout: true });
    expect(
      addressOf({ kind: 'quote', route: { screen: 'INVOICE', number: 'INV-2026-0001' }, fromCheckout: true }),
    ).toBe('/q/?from=checkout#/invoices/INV-2026-0001');
  });
});
