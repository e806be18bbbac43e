import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  duplicateKeys,
  type DuplicateMatch,
  duplicateReasons,
  mailboxKey,
  nameKey,
  phoneKey,
  suggestDuplicates,
  taxKey,
} from '../../api/src/domain/customer-duplicates.ts';
import { isPublicMailDomain } from '../../api/src/domain/public-mail-domains.ts';
import { cases, patience } from './arbitraries.ts';

describe('the same name', () => {
  test.each([
    [
      'Silva Dental',
      ['SILVA DENTAL', 'Silva Dental Pty Ltd', 'Silva Dental Pty. Ltd.', 'Silva-Dental', 'SilvaDental, Inc.'],
    ],
    ['Müller & Söhne', ['MULLER SOHNE GmbH', 'Müller und Söhne GmbH & Co. KG', 'Muller + Sohne AG']],
    ['Société Générale', ['societe generale S.A.', 'Société Générale SARL']],
    ["O'Brien Plumbing", ['OBrien Plumbing Limited', 'O’Brien Plumbing LLC']],
    ['Żabka', ['Zabka', 'ŻABKA B.V.']],
    ['Harbour & Pine', ['The Harbour and Pine']],
    ['Zoë Quill e.K.', ['Zoe Quill']],
  ])('%s is also written %j', (name, others) => {
    for (const other of others) expect(nameKey(other)).toBe(nameKey(name));
    expect(nameKey(name)).not.toBe('');
  });

  test.each([
    ['Silva Dental', 'Silva Medical'],
    ['Co Design', 'Design'],
    ['Limited', 'Incorporated'],
    ['The', 'And'],
    ['株式会社', '有限会社'],
  ])('%s is not %s', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
    expect(nameKey(a)).not.toBe('');
  });

  test('too little to tell has no key, and no key is longer than an index takes', () => {
    expect(['', ' ', 'X', '&', '…'].map(nameKey)).toEqual(['', '', '', '', '']);
    expect(nameKey('ﷺ'.repeat(200)).length).toBeLessThanOrEqual(100);
  });
});

describe('the same numbers and addresses', () => {
  test.each([
    [taxKey, 'ABN 51 824 753 556', ['51824753556', '51-824-753-556', 'abn: 51 824 753 556']],
    [taxKey, 'DE123456789', ['123 456 789', 'USt-IdNr. DE 123456789', '１２３４５６７８９']],
    [
      phoneKey,
      '+61 2 5550 9876',
      ['(02) 5550 9876', '02 5550 9876', '0061 2 5550 9876', '+61 (0)2 5550 9876'],
    ],
    [phoneKey, '+49 30 1234567', ['030 / 1234567']],
    [phoneKey, '+1 555 010 1234', ['(555) 010-1234', '555.010.1234']],
    [mailboxKey, 'Ana@SilvaDental.example', ['ana@silvadental.example', ' ana+quotes@silvadental.example ']],
  ] as const)('%# %s', (key, text, others) => {
    for (const other of others) expect(key(other)).toBe(key(text));
    expect(key(text)).toBeTruthy();
  });

  test('too little to tell has no key', () => {
    expect([taxKey('12345'), taxKey('none'), phoneKey('00012345'), phoneKey('')]).toEqual(['', '', '', '']);
    expect(mailboxKey('ana@')).toBeNull();
    expect(mailboxKey('+tag@silva.example')).toBe('+tag@silva.example');
  });

  test('a domain counts unless anybody can have a mailbox there', () => {
    const reasons = (email: string) =>
      duplicateKeys({ name: '', taxNumber: '', emails: [email], phones: [] }).map(({ reason }) => reason);
    expect(reasons('ana@silva.example')).toEqual(['EMAIL', 'MAIL_DOMAIN']);
    for (const domain of ['gmail.com', 'Hotmail.fr', 'yahoo.co.uk', 'gmx.de', 'T-Online.de'])
      expect(reasons(`ana@${domain}`)).toEqual(['EMAIL']);
    expect(isPublicMailDomain('gmail.com.silva.example')).toBe(false);
  });

  test('each key is there once, for every mailbox and telephone', () => {
    expect(
      duplicateKeys({
        name: 'Silva Dental',
        taxNumber: '51824753556',
        emails: ['ana@silva.example', 'ANA@silva.example', 'ben@silva.example', ''],
        phones: ['0255509876', '+61255509876', ''],
      }),
    ).toEqual([
      { reason: 'TAX_NUMBER', key: '51824753556' },
      { reason: 'EMAIL', key: 'ana@silva.example' },
      { reason: 'EMAIL', key: 'ben@silva.example' },
      { reason: 'NAME', key: 'silvadental' },
      { reason: 'PHONE', key: '255509876' },
      { reason: 'MAIL_DOMAIN', key: 'silva.example' },
    ]);
  });
});

describe('suggestions', () => {
  const match = fc.record({
    customerId: fc.constantFrom('a', 'b', 'c', 'd'),
    reason: fc.constantFrom(...duplicateReasons),
  });

  test(
    'name each customer once, with its reasons in order, whatever the order of what was found',
    () => {
      fc.assert(
        fc.property(fc.array(match), fc.integer({ min: 0, max: 5 }), (matches: DuplicateMatch[], most) => {
          const found = suggestDuplicates(matches, most);
          expect(suggestDuplicates(matches.toReversed(), most)).toEqual(found);
          expect(found.length).toBe(
            Math.min(most, new Set(matches.map(({ customerId }) => customerId)).size),
          );
          expect(new Set(found.map(({ customerId }) => customerId)).size).toBe(found.length);
          for (const { reasons } of found)
            expect(reasons).toEqual(duplicateReasons.filter((reason) => reasons.includes(reason)));
        }),
        cases(),
      );
    },
    patience,
  );

  test('put the more telling first, and do not say the domain of the same mailbox', () => {
    const found = suggestDuplicates(
      [
        { customerId: 'domain', reason: 'MAIL_DOMAIN' },
        { customerId: 'both', reason: 'MAIL_DOMAIN' },
        { customerId: 'both', reason: 'EMAIL' },
        { customerId: 'phone and name', reason: 'PHONE' },
        { customerId: 'phone and name', reason: 'NAME' },
        { customerId: 'tax', reason: 'TAX_NUMBER' },
      ],
      4,
    );
    expect(found).toEqual([
      { customerId: 'tax', reasons: ['TAX_NUMBER'] },
      { customerId: 'phone and name', reasons: ['NAME', 'PHONE'] },
      { customerId: 'both', reasons: ['EMAIL'] },
      { customerId: 'domain', reasons: ['MAIL_DOMAIN'] },
    ]);
  });

  test('put an exact tax number before everything else together', () => {
    const others = duplicateReasons.filter((reason) => reason !== 'TAX_NUMBER');
    const found = suggestDuplicates(
      [
        ...others.map((reason) => ({ customerId: 'everything else', reason })),
        { customerId: 'tax', reason: 'TAX_NUMBER' },
      ],
      2,
    );
    expect(found.map(({ customerId }) => customerId)).toEqual(['tax', 'everything else']);
  });
});
