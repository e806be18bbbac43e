import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileName, isColour, kindOf, roomProblem } from '../../api/src/domain/attachment.ts';
import { cases, patience } from './arbitraries.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const megabytes = (size: number) => ({ size: size * 1024 * 1024 });

describe('what a file is', () => {
  test.each([
    ['PDF', '%PDF-1.7\n%'],
    ['PDF', '%PDF-2.0\n%'],
    ['PNG', '\x89PNG\r\n\x1a\n....'],
    ['JPEG', '\xff\xd8\xff\xe0....'],
    ['WEBP', 'RIFF\x10\0\0\0WEBPVP8 '],
    [null, ''],
    [null, '%PDF'],
    [null, '\n%PDF-1.7'],
    [null, '<svg xmlns="http://www.w3.org/2000/svg">'],
    [null, '<html>%PDF-1.7'],
    [null, 'GIF89a..........'],
    [null, 'PK\x03\x04............'],
    [null, 'RIFF\x10\0\0\0WAVEfmt '],
    [null, 'II*\0............'],
  ])('%s: %j', (kind, text) => {
    expect(kindOf(bytes(text))).toBe(kind);
  });
});

describe('IN-11: what a file is called', () => {
  test.each([
    ['Kitchen plan.pdf', 'Kitchen plan.pdf'],
    ['KITCHEN.PDF', 'KITCHEN.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['..%2f..%2fx', '%2f..%2fx.pdf'],
    ['C:\\Photos\\Kitchen <1>.png', 'Kitchen 1.pdf'],
    ['/absolute', 'absolute.pdf'],
    ['CON', 'file CON.pdf'],
    ['com1.pdf', 'file com1.pdf'],
    ['console.pdf', 'console.pdf'],
    ['a\0b.pdf', 'ab.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe.pdf'],
    ['line\r\nbreak: x', 'line break x.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    ['photo.jpeg', 'photo.pdf'],
    ['Angebot für Müller.pdf', 'Angebot für Müller.pdf'],
    ['見積書.pdf', '見積書.pdf'],
    ['half \ud800 sign', 'half sign.pdf'],
    ['x'.repeat(4096), `${'x'.repeat(100)}.pdf`],
  ])('%j is kept as %j', (given, name) => {
    expect(fileName(given, 'PDF')).toBe(name);
  });

  test(
    'any name becomes one that any system can keep, and is then left alone',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
          const name = fileName(given, 'PNG');
          expect(name).toMatch(/^[^\p{C}/\\<>:"|?*.][^\p{C}/\\<>:"|?*]*\.png$/u);
          expect([...name].length).toBeLessThanOrEqual(104);
          expect(fileName(name, 'PNG')).toBe(name);
        }),
        cases(),
      );
    },
    patience,
  );
});

describe('how much a quote holds', () => {
  test('ten files and not eleven', () => {
    const nine = Array.from({ length: 9 }, () => ({ size: 1 }));
    expect(roomProblem(nine, 1)).toBeNull();
    expect(roomProblem([...nine, { size: 1 }], 1)).toBe('QUOTE_FULL');
  });
  test('50 MB and not a byte more', () => {
    const most = Array.from({ length: 5 }, () => megabytes(9));
    expect(roomProblem(most, megabytes(5).size)).toBeNull();
    expect(roomProblem(most, megabytes(5).size + 1)).toBe('QUOTE_TOO_LARGE');
  });
});

test.each([
  ['#1d5a49', true],
  ['#1D5A49', true],
  ['#fff', false],
  ['1d5a49', false],
  ['#1d5a4g', false],
  ['#1d5a49;}', false],
  ['red', false],
])('%j as a colour: %s', (text, yes) => {
  expect(isColour(text)).toBe(yes);
});
