import { describe, expect, it } from 'vitest';
import { addressOf, invoicePreviewOf, previewOf, readLink } from '../../customer-spa/src/link.ts';

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

  it('to everything is known by its first letter, mangled or not, and leads to invoices and receipts', () => {
    const route = { screen: 'INVOICE', number: 'INV-2026-0001' };
    expect(read(`/a/#${token}/invoices/INV-2026-0001`)).toMatchObject({ kind: 'account', token, route });
    expect(read(`/a/%2523${token}`)).toMatchObject({ kind: 'account', token, route: { screen: 'START' } });
    expect(addressOf(read(`/a/#${token}/invoices/INV-2026-0001`))).toBe('/a/#/invoices/INV-2026-0001');
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

  it('can lead to another version of the quote', () => {
    const link = read(`/q/#${token}/quotes/QT-SILVA-0001-2`);
    expect(link).toMatchObject({
      kind: 'quote',
      token,
      route: { screen: 'QUOTE', number: 'QT-SILVA-0001-2' },
    });
    expect(addressOf(link)).toBe('/q/#/quotes/QT-SILVA-0001-2');
    expect(read(addressOf(link)).route).toEqual(link.route);
  });

  it('can lead to the records of the offer', () => {
    const link = read(`/q/#${token}/records`);
    expect(link).toMatchObject({ token, route: { screen: 'RECORDS' } });
    expect(addressOf(link)).toBe('/q/#/records');
    expect(read(addressOf(link)).route).toEqual(link.route);
    expect(read('/q/#/recordsx').route).toEqual({ screen: 'START' });
  });

  it('is not what a preview is opened by', () => {
    expect(previewOf('/q/preview/0190b2c4-7d1e-7000-8000-000000000001')).toBe(
      '0190b2c4-7d1e-7000-8000-000000000001',
    );
    for (const path of ['/q/', '/q/preview/', '/i/preview/1']) expect(previewOf(path)).toBeNull();
    expect(invoicePreviewOf('/i/preview/0190b2c4')).toBe('0190b2c4');
    for (const path of ['/i/', '/i/preview/', '/q/preview/1']) expect(invoicePreviewOf(path)).toBeNull();
  });
});
