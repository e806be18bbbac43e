import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import { stageTotals } from '../../api/src/domain/stages.ts';
import { invoiceMail, type InvoiceNotice } from '../../api/src/letters/invoice-mail.ts';
import type { Letter } from '../../api/src/letters/mail-parts.ts';
import { quoteLinkMail, type QuoteLink } from '../../api/src/letters/quote-link-mail.ts';
import { receiptMail, type ReceiptNotice } from '../../api/src/letters/receipt-mail.ts';
import { signedQuoteMail, type SignedQuote } from '../../api/src/letters/signed-quote-mail.ts';
import { aLine, aSnapshot, company, customer } from './samples.ts';

const url = 'https://quotes.harbourpine.example/q/#Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE';
const envelope = { company, customer, url, locale: 'en-AU' };
const snapshot = aSnapshot();
const agreed = quotePrice(snapshot, [{ optionId: 'option-1', quantity: 1 }]);
const [deposit] = stageTotals(agreed.totals, snapshot.stages);
if (deposit === undefined) throw new Error('the sample has no stage');

const quote: QuoteLink = {
  ...envelope,
  quoteNumber: 'QT-SILVADENTAL-0001-1',
  title: 'Website migration',
  currency: 'AUD',
  price: quotePrice(snapshot, []),
  hasOptions: true,
  startsChosen: false,
  validUntil: localDate('2026-12-21'),
  timeZone: 'Australia/Sydney',
};
const signed: SignedQuote = {
  ...envelope,
  quoteNumber: 'QT-SILVADENTAL-0001-1',
  title: 'Website migration',
  currency: 'AUD',
  price: agreed,
  signerName: 'Ana Silva',
  onBehalf: null,
  signedAt: new Date('2026-11-21T08:15:30.000Z'),
  timeZone: 'Australia/Sydney',
  evidenceHash: '2c26b46b68ffc68f',
  firstInvoice: { stageLabel: 'Deposit', amount: deposit.gross },
};
const invoice: InvoiceNotice = {
  ...envelope,
  invoiceNumber: 'INV-2026-0001',
  quoteTitle: 'Website migration',
  stageLabel: 'Deposit',
  stagePosition: 1,
  stageCount: 3,
  currency: 'AUD',
  totals: deposit,
  dueDate: localDate('2026-12-05'),
  bankDetails: ['BSB: 062-000', 'Account: 1234 5678'],
};
const receipt: ReceiptNotice = {
  ...envelope,
  receiptNumber: 'RC-2026-0001',
  invoiceNumber: 'INV-2026-0001',
  quoteTitle: 'Website migration',
  stageLabel: 'Deposit',
  currency: 'AUD',
  amount: deposit.gross,
  method: 'CARD',
  reference: 'pi_3Abc',
  receivedOn: localDate('2026-11-22'),
  balanceAfter: minor(0),
};

const mails: [string, Letter][] = [
  ['quote', quoteLinkMail(quote)],
  ['signed quote', signedQuoteMail(signed)],
  [
    'quote accepted on behalf',
    signedQuoteMail({ ...signed, onBehalf: { signedOn: localDate('2026-11-20') } }),
  ],
  ['invoice', invoiceMail(invoice)],
  ['receipt', receiptMail(receipt)],
];

const occurrences = (text: string, part: string) => text.split(part).length - 1;
const amounts = (text: string) => text.match(/\$[\d,]+\.\d\d/gu) ?? [];
/** What a reader sees of the HTML, entities and all tags gone. */
const visible = (markup: string) =>
  markup
    .replace(/<head>.*<\/head>/su, '')
    .replace(/<[^>]*>/gu, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const words = (text: string) => text.replace(/https:\S+/gu, '').match(/[\p{L}\p{N}$.,-]+/gu) ?? [];

describe.each(mails)('the %s mail', (_name, mail) => {
  it('has its link exactly once in the text and once in the HTML', () => {
    expect(occurrences(mail.text, url)).toBe(1);
    expect(occurrences(mail.html, url)).toBe(1);
    expect(mail.html).toContain(`<a href="${url}"`);
    expect(occurrences(mail.html, 'href=')).toBe(1);
  });

  it('says the same in text and HTML, figures and all', () => {
    expect(amounts(mail.text).length).toBeGreaterThan(0);
    expect(amounts(visible(mail.html))).toEqual(amounts(mail.text));
    const spoken = (text: string) =>
      words(text.replaceAll(': ', ' ').replace(/-- \n/u, '').replaceAll(':\n', '\n'));
    expect(spoken(visible(mail.html)).join(' ')).toBe(spoken(mail.text).join(' '));
  });

  it('loads nothing from anywhere', () => {
    expect(mail.html).not.toMatch(/<img|<link|<script|<style|@import|url\(|src=/iu);
  });

  it('names the company and how to reach it', () => {
    for (const part of [company.name, company.email, company.phone]) expect(mail.text).toContain(part);
  });

  it('says what happens next', () => {
    expect(mail.text).toContain('What happens next: ');
  });
});

describe('mails', () => {
  it('name number, total and last day of a quote', () => {
    const { subject, text } = quoteLinkMail(quote);
    expect(subject).toBe('Quote QT-SILVADENTAL-0001-1 from Harbour & Pine Web Studio: Website migration');
    expect(text).toContain('Hello Ana Silva,\n');
    expect(text).toContain('Total without options: $3,299.00 including GST\n');
    expect(text).toContain('Valid until: 21 December 2026, end of day (Australia/Sydney)\n');
  });

  it('speak of a total without options only where there are options', () => {
    expect(quoteLinkMail({ ...quote, hasOptions: false }).text).toContain(
      '\nTotal: $3,299.00 including GST\n',
    );
  });

  it('speak of tax only where there is some', () => {
    const untaxed = quotePrice({ ...snapshot, lines: [aLine({ taxRate: 0 })] }, []);
    expect(quoteLinkMail({ ...quote, price: untaxed }).text).toContain(
      '\nTotal without options: $3,299.00\n',
    );
  });

  it('say what comes again and again beside what is paid once', () => {
    const care = aLine({ id: 'care', unitPrice: minor(4900), billing: 'MONTHLY' });
    const price = quotePrice({ ...snapshot, lines: [aLine(), care] }, []);
    expect(quoteLinkMail({ ...quote, price, startsChosen: true }).text).toContain(
      '\nTotal as it stands: $3,299.00 including GST, plus $49.00 including GST per month\n',
    );
    const onlyCare = quotePrice({ ...snapshot, lines: [care] }, []);
    expect(signedQuoteMail({ ...signed, price: onlyCare }).text).toContain(
      '\nTotal agreed: $49.00 including GST per month\n',
    );
  });

  it('tell what was agreed, by whom, when and what comes', () => {
    const { text } = signedQuoteMail(signed);
    expect(text).toContain('Total agreed: $3,749.00 including GST\n');
    expect(text).toContain('Signed by: Ana Silva\n');
    expect(text).toMatch(/Signed: 21 November 2026.*7:15:30.*(?:AEDT|GMT\+11)/u);
    expect(text).toContain('the first invoice, Deposit, $1,124.70, comes in a mail of its own');
  });

  it('ask for the amount of the invoice by its due date', () => {
    const { subject, text } = invoiceMail(invoice);
    expect(subject).toBe(
      'Invoice INV-2026-0001 from Harbour & Pine Web Studio: $1,124.70, due 5 December 2026',
    );
    expect(text).toContain('Amount due: $1,124.70 including GST\nPlease pay by: 5 December 2026\n');
    expect(text).toContain('BSB: 062-000; Account: 1234 5678; reference INV-2026-0001.');
  });

  it('confirm the amount that arrived and what is still open', () => {
    expect(receiptMail(receipt).text).toContain(
      'Amount received: $1,124.70\nPaid by: Card, 22 November 2026\n',
    );
    expect(receiptMail(receipt).text).toContain('nothing is left to pay on INV-2026-0001');
    const partly = receiptMail({ ...receipt, reference: null, balanceAfter: minor(2470) });
    expect(partly.text).toContain('$24.70 of INV-2026-0001 is still to be paid');
    expect(partly.text).not.toContain('Reference');
  });

  it('greet the company where no person is known', () => {
    const unknown = { ...customer, contactName: ' ' };
    expect(quoteLinkMail({ ...quote, customer: unknown }).text).toContain('Hello Silva Dental,\n');
  });

  it('keep a subject to one line of at most 200 characters', () => {
    const { subject } = quoteLinkMail({
      ...quote,
      title: `Über\r\nBcc: thief@evil.example\u202e ${'ü'.repeat(300)}`,
    });
    expect(subject).toMatch(/: Über Bcc: thief@evil\.example ü+…$/u);
    expect([...subject]).toHaveLength(200);
  });

  it('let no field break out of its place, whatever is in it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x>',
        "' onmouseover='x",
        '&lt;b&gt;',
        '</p><h1>',
        '\r\n\r\n-- \r\n',
      ),
    );
    const tags = (markup: string) =>
      (markup.match(/<[^>]*>/gu) ?? []).filter((tag) => !/^<\/?(?:br|p)\b/u.test(tag));
    fc.assert(
      fc.property(text, (odd) => {
        const mail = receiptMail({
          ...receipt,
          company: { ...company, name: odd, address: [odd], phone: odd, email: odd, taxNumber: odd },
          customer: { ...customer, name: odd, contactName: odd },
          receiptNumber: odd,
          quoteTitle: odd,
          stageLabel: odd,
          reference: odd,
        });
        expect(mail.subject).not.toMatch(/[\r\n]/u);
        expect(tags(mail.html).filter((tag) => !/span|strong/u.test(tag))).toEqual(
          tags(mails[3]?.[1].html ?? '').filter((tag) => !/span|strong/u.test(tag)),
        );
        expect(occurrences(mail.html, 'href=') - occurrences(mail.html, 'href=x')).toBe(1);
      }),
    );
  });
});
