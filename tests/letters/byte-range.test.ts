import { describe, expect, it } from 'vitest';
import { byteRange } from '../../api/src/http/byte-range.ts';

describe('byteRange', () => {
  it.each([
    ['bytes=0-99', { first: 0, last: 99 }],
    ['bytes=990-', { first: 990, last: 999 }],
    ['bytes=-10', { first: 990, last: 999 }],
    ['bytes=-5000', { first: 0, last: 999 }],
    ['bytes=500-5000', { first: 500, last: 999 }],
    ['bytes=1000-', 'UNSATISFIABLE'],
    ['bytes=-0', 'UNSATISFIABLE'],
  ])('reads %s of 1000 bytes', (header, range) => {
    expect(byteRange(header, 1000)).toEqual(range);
  });

  it.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=9-1', 'bytes=0-1,5-9', 'lines=1-2', 'bytes=x-y'])(
    'gives everything for %j',
    (header) => expect(byteRange(header, 1000)).toBeNull(),
  );
});
