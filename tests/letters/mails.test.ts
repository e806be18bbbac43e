import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../api/src/domain/language.ts';
import { minor } from '../../api/src/domain/money.ts';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import { invoiceMail } from '../../api/src/letters/invoice-mail.ts';
import type { Letter } from '../../api/src/letters/mail-parts.ts';
import { quoteLinkMail } from '../../api/src/letters/quote-link-mail.ts';
import { receiptMail } from '../../api/src/letters/receipt-mail.ts';
import { signedQuoteMail, type SignedQuote } from '../../api/src/letters/signed-quote-mail.ts';
import { mailsIn, noticesIn, url } from './sample-letters.ts';
import { aLine, anOption, aSnapshot, company, customer } from './samples.ts';

const { quote, signed, invoice, receipt } = noticesIn('en');
const snapshot = aSnapshot();
const languagesOfMails = languages.flatMap((language) =>
  mailsIn(language).map(([name, mail]): [string, string, Letter, Language] => [
    language,
    name,
    mail,
    language,
  ]),
);

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

describe.each(languagesOfMails)('in %s the mail: %s', (_tag, name, mail, language) => {
  it('has its link exactly once in the text and once in the HTML', () => {
    const links = name === 'code' ? 0 : 1;
    expect(occurrences(mail.text, url)).toBe(links);
    expect(occurrences(mail.html, `<a href="${url}"`)).toBe(links);
    expect(occurrences(mail.html, 'href=')).toBe(links);
  });

  it('says the same in text and HTML, figures and all', () => {
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

  it('is marked with its language and has a subject of one line', () => {
    expect(mail.html).toContain(`<html lang="${language}">`);
    expect(mail.subject).toMatch(/^[^\r\n]{10,200}$/u);
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

  it('call a change of what was signed a change', () => {
    const change = { of: 'QT-SILVADENTAL-0001-1', kind: 'ADDITION', contractBefore: minor(374_900) } as const;
    const { subject, text } = quoteLinkMail({
      ...quote,
      change,
      quoteNumber: 'QT-SILVADENTAL-0002-1',
      options: [],
    });
    expect(subject).toMatch(/^Change to your order from Harbour & Pine Web Studio, QT-SILVADENTAL-0002-1/);
    expect(text).toContain('prepared a change to quote QT-SILVADENTAL-0001-1, which you signed');
    expect(text).toContain('Agreed with this change: $7,048.00\n');
  });

  it('speak of a total without options only where there are options', () => {
    expect(quoteLinkMail({ ...quote, options: [] }).text).toContain('\nTotal: $3,299.00 including GST\n');
  });

  it('do not call it a total without options where one has to be chosen', () => {
    const groups = [{ id: 'g', title: 'Support', description: '', min: 1, max: 1 }];
    const options = [anOption({ groupId: 'g' })];
    expect(quoteLinkMail({ ...quote, groups, options }).text).toContain(
      '\nTotal before your choice: $3,299.00 including GST\n',
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
    const choices = [{ optionId: 'option-1', quantity: 1 }];
    expect(quoteLinkMail({ ...quote, price, choices }).text).toContain(
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

  const later = { ...signed, firstInvoice: null };
  const whole = snapshot.stages.slice(0, 1);
  it.each<[string, SignedQuote, string]>([
    [
      'of several, with the first',
      signed,
      'the first invoice, Deposit, $1,124.70, comes in a mail of its own. Later stages are invoiced as the payment plan says.',
    ],
    [
      'of one, with it',
      { ...signed, stages: whole },
      'the invoice, Deposit, $1,124.70, comes in a mail of its own.',
    ],
    ['of several', later, 'we start work, and each stage is invoiced as the payment plan says.'],
    ['of one', { ...later, stages: whole }, 'we start work, and the invoice comes as the payment plan says.'],
    ['of none', { ...later, stages: [] }, 'we start work.'],
  ])('promise the invoices of the stages that there are: %s', (_what, mail, promise) => {
    expect(signedQuoteMail(mail).text.replace(/\s+/gu, ' ')).toContain(
      `What happens next: ${promise} Any questions?`,
    );
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
          whatFor: odd,
          reference: odd,
        });
        expect(mail.subject).not.toMatch(/[\r\n]/u);
        expect(tags(mail.html).filter((tag) => !/span|strong/u.test(tag))).toEqual(
          tags(receiptMail(receipt).html).filter((tag) => !/span|strong/u.test(tag)),
        );
        expect(occurrences(mail.html, 'href=') - occurrences(mail.html, 'href=x')).toBe(1);
      }),
    );
  });
});
