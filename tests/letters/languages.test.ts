import { describe, expect, it, test } from 'vitest';
import { languages } from '../../api/src/domain/language.ts';
import { consentSentence } from '../../api/src/domain/consent.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { invoiceMail } from '../../api/src/letters/invoice-mail.ts';
import { localeFor, wording } from '../../api/src/letters/wording.ts';
import { taxNameIn, wordsIn } from '../../api/src/letters/words/words.ts';
import { minor } from '../../api/src/domain/money.ts';
import { mailsIn, noticesIn } from './sample-letters.ts';
import { papersIn } from './sample-papers.ts';

/** What the samples are called, in any language; everything else has to come from the words of the language. */
const given = new Set(
  `Harbour Pine Web Studio Wharf Street Sydney NSW ABN Ana Silva Dental Road Newtown Olivia Hart Website migration Deposit
  Progress Final Booking form integration Two forms less Australia QT SILVADENTAL INV RC CN GST VAT BSB Account IBAN DE NAB Plan pdf h
  Zwq Qwz Wzq Zzq Qqz Zqq Wqq Mozilla iPhone CPU OS like Mac X AppleWebKit Safari SHA UTC T Z AEDT GMT`
    .split(/\s+/u)
    .map((word) => word.toLowerCase()),
);

/** Everything that a language can say: functions are asked with what says nothing. */
function sayings(words: unknown, path = ''): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]];
  // A last touch to a day says nothing by itself.
  if (path.endsWith('.day')) return [];
  if (typeof words === 'function') {
    // Both sides of a sentence that depends on a number, on a yes or on a text that can be missing.
    return [0, 1, 2, 3, ''].flatMap((argument) =>
      [0, 1, 2].map((other): [string, string] => [
        path,
        (words as (...all: unknown[]) => string)(argument, other, ''),
      ]),
    );
  }
  return Object.entries(words as object).flatMap(([name, value]) => sayings(value, `${path}.${name}`));
}

const wordsOf = (text: string): string[] =>
  (text.replace(/https?:\S+|\S+@\S+|[\w-]*\d[\w./-]*/gu, ' ').match(/\p{L}+/gu) ?? []).map((word) =>
    word.toLowerCase(),
  );

/** Month names and the like, which come with the locale. */
const calendar = (language: (typeof languages)[number]): string[] => {
  const words = wording(language, 'en-AU', 'AUD');
  return Array.from({ length: 12 }, (_, month) =>
    wordsOf(
      `${words.day(localDate(`2026-${String(month + 1).padStart(2, '0')}-01`))} ${words.moment(new Date(Date.UTC(2026, month, 1, month * 2)), 'Australia/Sydney')} ${words.amount(minor(1))} ${words.size(5)} ${words.size(5_000_000)}`,
    ),
  ).flat();
};

describe.each(languages.filter((language) => language !== 'en'))('every letter in %s', (language) => {
  const known = new Set([
    ...given,
    ...calendar(language),
    ...sayings(wordsIn(language)).flatMap(([, text]) => wordsOf(text)),
  ]);
  const foreign = (text: string) => [...new Set(wordsOf(text).filter((word) => !known.has(word)))];

  test.each(mailsIn(language))('the mail: %s', (_name, mail) => {
    expect(foreign(`${mail.subject} ${mail.text}`)).toEqual([]);
  });

  test.each(papersIn(language))('the paper: %s', (_name, { kind: _kind, colours: _colours, ...paper }) => {
    const said: string[] = [];
    const collect = (value: unknown, name: string): void => {
      if (typeof value === 'string' && !['kind', 'align', 'weight', 'tone', 'language'].includes(name))
        said.push(value);
      else if (typeof value === 'object' && value !== null)
        for (const [key, part] of Object.entries(value)) collect(part, key);
    };
    collect(paper, '');
    expect(paper.language).toBe(language);
    expect(foreign(said.join(' '))).toEqual([]);
  });

  it('has its own words for everything that is not the same in both', () => {
    const english = sayings(wordsIn('en'));
    const same = sayings(wordsIn(language))
      .filter(([, text], at) => english[at]?.[1] === text && wordsOf(text).some((word) => word.length > 3))
      .map(([path]) => path);
    const international = [
      'option',
      'name',
      'date',
      'total',
      'description',
      'options.heading',
      'signature.heading',
      'price.plus',
    ];
    expect(same.filter((path) => !international.some((end) => path.endsWith(`.${end}`)))).toEqual([]);
  });

  it('has a sentence of consent of its own', () => {
    expect(consentSentence('Harbour', language)).not.toBe(consentSentence('Harbour', 'en'));
    expect(consentSentence('Harbour', language)).toContain('Harbour');
  });
});

describe('the language of a customer', () => {
  it('comes with the company’s region where there is one', () => {
    expect(localeFor('en', 'en-AU')).toBe('en-AU');
    expect(localeFor('de', 'en-AU')).toBe('de-AU');
    expect(localeFor('fr', 'de-CH')).toBe('fr-CH');
    expect(localeFor('de', 'de-AT')).toBe('de-AT');
    expect(localeFor('en', 'nl')).toBe('en-NL');
  });

  it('writes days, amounts and rates as its readers do', () => {
    const words = wording('de', 'de-DE', 'EUR');
    expect(words.amount(minor(123456))).toBe('1.234,56\u00a0€');
    expect(words.day(localDate('2026-11-30'))).toBe('30. November 2026');
    expect(words.rate(8875)).toBe('8,875\u00a0%');
    expect(wording('fr', 'fr-FR', 'EUR').amount(minor(123456))).toBe('1\u00a0234,56\u00a0€');
    expect(wording('fr', 'fr-FR', 'EUR').size(1_260_000)).toBe('1,3\u00a0Mo');
  });

  it('calls the value added tax by its own name, and a tax of another country by that country’s', () => {
    expect(taxNameIn(wordsIn('de'), 'VAT')).toBe('MwSt.');
    expect(taxNameIn(wordsIn('de'), 'USt.')).toBe('USt.');
    expect(taxNameIn(wordsIn('fr'), 'MwSt.')).toBe('TVA');
    expect(taxNameIn(wordsIn('en'), 'TVA')).toBe('VAT');
    expect(taxNameIn(wordsIn('de'), 'GST')).toBe('GST');
    expect(taxNameIn(wordsIn('fr'), ' ')).toBe('Taxe');
  });

  it('is that of the whole mail', () => {
    const { subject, text } = invoiceMail(noticesIn('de').invoice);
    expect(subject).toBe(
      'Rechnung INV-2026-0001 von Harbour & Pine Web Studio: 1.124,70 AU$, fällig am 5. Dezember 2026',
    );
    expect(text).toContain('Guten Tag Ana Silva,\n');
    expect(text).toContain('Zahlbar bis: 5. Dezember 2026\n');
    expect(text).toContain('Verwendungszweck INV-2026-0001.');
  });
});
