import { localDate } from '@countersign/api/domain/local-date';
import { describe, expect, it } from 'vitest';
import { bankLine } from '../../customer-spa/src/features/invoice/bank-lines.ts';
import { checkoutOutcome } from '../../customer-spa/src/features/invoice/checkout-outcome.ts';
import { digitsOf, problemOf, slipsOf } from '../../customer-spa/src/features/quote/sign-problems.ts';
import { todayIn, validWords, zoneText } from '../../customer-spa/src/ui/day.ts';
import { dueWords } from '../../customer-spa/src/ui/due-words.ts';
import { instantText } from '../../customer-spa/src/ui/instant.ts';

const today = localDate('2026-11-21');

describe('days in words', () => {
  it.each([
    ['2026-11-21', 'due today'],
    ['2026-11-22', 'due tomorrow'],
    ['2026-11-26', 'due in 5 days'],
    ['2026-11-20', '1 day late'],
    ['2026-10-31', '21 days late'],
  ])('says of %s: %s', (due, words) => {
    expect(dueWords(localDate(due), today)).toBe(words);
  });

  it('counts the last valid day as valid', () => {
    expect(validWords(today, today)).toBe('today is the last day');
    expect(validWords(localDate('2026-11-22'), today)).toBe('1 day left');
    expect(validWords(localDate('2026-12-05'), today)).toBe('14 days left');
  });

  it('knows that it is tomorrow already where the company is', () => {
    const evening = new Date('2026-11-21T13:30:00Z');
    expect(todayIn('Australia/Sydney', evening)).toBe('2026-11-22');
    expect(todayIn('America/New_York', evening)).toBe('2026-11-21');
  });

  it('names the zone of an instant and the place of a deadline', () => {
    expect(instantText('2026-11-21T08:15:30.000Z', 'en-AU', 'Australia/Sydney')).toMatch(
      /21 November 2026.*7:15.*AEDT/,
    );
    expect(zoneText('America/Argentina/Buenos_Aires')).toBe('Buenos Aires time');
    expect(zoneText('Etc/UTC')).toBe('UTC');
  });
});

describe('the way back from the payment page', () => {
  const card = (status: Parameters<typeof checkoutOutcome>[0]['payments'][number]['status']) =>
    ({ method: 'CARD', status }) as const;

  it('proves nothing while the server knows nothing', () => {
    expect(checkoutOutcome({ status: 'OPEN', payments: [card('STARTED')] })).toBe('UNKNOWN');
    expect(checkoutOutcome({ status: 'OPEN', payments: [] })).toBe('UNKNOWN');
  });

  it('speaks of the newest try by card, not of an older one or a claim', () => {
    const claim = { method: 'CASH', status: 'CLAIMED' } as const;
    expect(checkoutOutcome({ status: 'OPEN', payments: [claim, card('STARTED'), card('FAILED')] })).toBe(
      'UNKNOWN',
    );
    expect(checkoutOutcome({ status: 'OPEN', payments: [claim, card('FAILED'), card('CONFIRMED')] })).toBe(
      'FAILED',
    );
    expect(checkoutOutcome({ status: 'OPEN', payments: [card('PENDING')] })).toBe('PENDING');
  });

  it('is confirmed when the invoice is paid', () => {
    expect(checkoutOutcome({ status: 'PAID', payments: [card('STARTED')] })).toBe('CONFIRMED');
  });
});

describe('the signing form', () => {
  const filled = {
    name: 'Ana',
    email: 'ana@example.com',
    proof: 'TYPED',
    code: '',
    isDrawn: false,
    strokes: [],
    agrees: true,
  } as const;

  it('has nothing to say about a filled form', () => {
    expect(slipsOf(filled)).toEqual([]);
  });

  it('names every slip at once, each at its field', () => {
    const slips = slipsOf({ ...filled, name: '  ', email: 'ana', isDrawn: true, agrees: false });
    expect(slips.map(({ at }) => at)).toEqual(['sign-name', 'sign-email', 'sign-drawing', 'sign-terms']);
  });

  it('asks for an address and a code only where the quote does', () => {
    expect(slipsOf({ ...filled, proof: 'NONE', email: '' })).toEqual([]);
    expect(slipsOf({ ...filled, proof: 'CODE', code: '12 34 5' }).map(({ at }) => at)).toEqual(['sign-code']);
    expect(slipsOf({ ...filled, proof: 'CODE', code: ' 123 456 ' })).toEqual([]);
    expect(digitsOf(' 123-456 ')).toBe('123456');
  });

  it('shows the sentence of a refusal at the field that it names, or above all fields', () => {
    const message = 'This is not the address that the quote was sent to.';
    expect(problemOf({ field: 'email', message })).toEqual({ at: 'sign-email', message });
    expect(problemOf({ field: 'code', message })).toEqual({ at: 'sign-code', message });
    expect(problemOf({ field: 'input.signature.strokes', message })).toEqual({ at: 'sign-drawing', message });
    expect(problemOf({ field: null, message })).toEqual({ at: null, message });
    expect(problemOf({ field: 'constructor', message })).toEqual({ at: null, message });
  });
});

describe('a line of the bank details', () => {
  it('is copied without what it is called', () => {
    expect(bankLine('BSB: 063-000')).toEqual({ label: 'BSB', value: '063-000' });
    expect(bankLine('Reference: INV: 7')).toEqual({ label: 'Reference', value: 'INV: 7' });
    expect(bankLine('Ask for the account')).toEqual({ label: '', value: 'Ask for the account' });
  });
});
