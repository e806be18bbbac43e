import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMailbox, sameMailbox } from '../../api/src/domain/mailbox.ts';
import { cases, patience } from './arbitraries.ts';

describe('a mailbox', () => {
  test.each([
    ['ana@example.com', 'ana@example.com'],
    ['  Ana.Silva@Example.COM ', 'Ana.Silva@example.com'],
    ["o'brien+quotes@mail.example.co.uk", "o'brien+quotes@mail.example.co.uk"],
    ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
    ['a@example.xn--p1ai', 'a@example.xn--p1ai'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('%j is read as %j', (text, mailbox) => {
    expect(readMailbox(text)).toBe(mailbox);
  });

  test.each([
    '',
    ' ',
    'ana',
    '@example.com',
    'ana@',
    'ana@localhost',
    'a@x.test, v@evil.test',
    'a@x.test,v@evil.test',
    'a@x.test;v@evil.test',
    '"v@evil.test x"@x.test',
    'a@x.test(c)evil.test',
    'a@x.test (comment)',
    'friends: a@x.test;',
    'Ana <a@x.test>',
    '<a@x.test>',
    'a@x.test\r\nRCPT TO:<v@evil.test>',
    'a@x.test\n',
    '\ta@x.test',
    'a\u0000@x.test',
    'a@x@evil.test',
    'v%evil.test@x.test',
    'evil.test!v@x.test',
    'a b@x.test',
    '.a@x.test',
    'a.@x.test',
    'a..b@x.test',
    'a@x..test',
    'a@.x.test',
    'a@x.test.',
    'a@-x.test',
    'a@x-.test',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    'a@x_y.test',
    'a@bücher.example',
    'аna@example.com',
    'a@exam\u200bple.com',
    'a@example.com\u00a0',
    'a@example.\u212aom',
    '=?utf-8?q?a?=@x.test\u2028',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'b.'.repeat(125)}com`,
    `a@${'b.'.repeat(200)}com`,
  ])('%j is none', (text) => {
    expect(readMailbox(text)).toBeNull();
  });

  test('may have 254 characters and not one more', () => {
    const ofLength = (length: number) => `a@${'b.'.repeat(125).slice(0, length - 6)}.com`.replace('..', 'b.');
    expect(ofLength(254)).toHaveLength(254);
    expect(readMailbox(ofLength(254))).toBe(ofLength(254));
    expect(readMailbox(ofLength(255))).toBeNull();
  });

  test(
    'has one @, no separators, and reads as itself once it is read',
    () => {
      const parts = fc.constantFrom(
        'a',
        'B',
        '0',
        '.',
        '@',
        ',',
        '"',
        '<',
        '>',
        '(',
        ' ',
        '\r\n',
        'x.test',
        '-',
        ';',
        ':',
        'é',
      );
      fc.assert(
        fc.property(fc.array(parts, { maxLength: 12 }), (pieces) => {
          const mailbox = readMailbox(`${pieces.join('')}@Evil.test`) ?? readMailbox(pieces.join(''));
          if (mailbox === null) return;
          expect(mailbox).toMatch(/^[A-Za-z0-9.-]+@[a-z0-9.-]+$/);
          expect(readMailbox(mailbox)).toBe(mailbox);
        }),
        cases(10_000),
      );
    },
    patience,
  );

  test('is refused quickly however long the text is', () => {
    expect(readMailbox(`${'a.'.repeat(500_000)}@`)).toBeNull();
    expect(readMailbox(`${' '.repeat(500_000)}a`)).toBeNull();
  });
});

describe('two mailboxes are the same', () => {
  test.each(['Ana@Example.com', 'Ana@EXAMPLE.COM', ' Ana@example.com  '])('%j is', (given) => {
    expect(sameMailbox('Ana@Example.com', given)).toBe(true);
  });

  test.each([
    'ana@example.com',
    'Ana+quotes@example.com',
    'A.na@example.com',
    'Аna@example.com',
    'Ana@example.co',
    'Ana@mail.example.com',
    'Ana@examplе.com',
    'Ana@example.com,v@evil.test',
    '',
  ])('%j is not', (given) => {
    expect(sameMailbox('Ana@Example.com', given)).toBe(false);
  });

  test('and nothing is not the same as nothing', () => {
    expect(sameMailbox('', '')).toBe(false);
  });
});
