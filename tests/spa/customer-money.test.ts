import { afterEach, describe, expect, it, vi } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { checkoutOutcome } from '../../customer-spa/src/features/invoice/checkout-outcome.ts';
import { slipsOf, thisYear } from '../../customer-spa/src/features/records/period.ts';
import { sendProof, sendProofs, tooMany } from '../../customer-spa/src/features/invoice/send-proof.ts';
import { isOwed, standings } from '../../customer-spa/src/ui/invoice-standing.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('how an invoice stands', () => {
  it('is owed while something is left to pay, and has words for each standing', () => {
    expect((['OPEN', 'PARTIALLY_PAID', 'PAID', 'VOID', 'CLOSED'] as const).map(isOwed)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(standings.VOID).toEqual(['Canceled', 'quiet']);
    // Why the company closed it is not the customer's to read.
    expect(standings.CLOSED).toEqual(['Closed', 'quiet']);
  });

  it('a payment of which nobody knows what came is waited for, whatever the invoice says', () => {
    const unknown = { method: 'CARD', status: 'UNKNOWN' } as const;
    expect(checkoutOutcome({ status: 'OPEN', payments: [unknown] })).toBe('UNKNOWN');
    expect(checkoutOutcome({ status: 'PARTIALLY_PAID', payments: [unknown] })).toBe('UNKNOWN');
    expect(checkoutOutcome({ status: 'PAID', payments: [unknown] })).toBe('CONFIRMED');
  });
});

describe('the period of a statement', () => {
  it('ends today, as the company says it, and begins with its year', () => {
    // a browser behind the date line still has the old year
    vi.useFakeTimers({ now: new Date('2026-12-31T13:30:00Z') });
    const period = thisYear(localDate('2027-01-01'));
    vi.useRealTimers();
    expect(period).toEqual({ from: '2027-01-01', to: '2027-01-01' });
  });

  it.each([
    ['2026-01-01', '2026-12-31', []],
    ['2026-11-21', '2026-11-21', []],
    ['', '2026-12-31', ['statement-from']],
    ['2026-02-30', '', ['statement-from', 'statement-to']],
    ['2026-12-31', '2026-01-01', ['statement-to']],
    ['2010-01-01', '2026-01-01', ['statement-from']],
  ])('from %j to %j: %j', (from, to, wrong) => {
    expect(slipsOf(from, to).map(({ at }) => at)).toEqual(wrong);
  });
});

describe('a proof of a claim', () => {
  const file = new File(['a photo'], 'Slip & stamp.jpg');
  const send = async (answer: () => Response | Promise<Response>) => {
    const sent: { url: string; headers: Record<string, string>; credentials: string }[] = [];
    vi.stubGlobal(
      'fetch',
      async (url: string, request: { headers: Record<string, string>; credentials: string }) => {
        sent.push({ url, ...request });
        return answer();
      },
    );
    return { problem: await sendProof(file, { token: 'the-token', number: 'INV-2026-0001' }), sent };
  };

  it('of several the one that failed is named, and what is one too many is said', async () => {
    const slips = ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'].map((name) => new File(['x'], name));
    vi.stubGlobal('fetch', async (url: string) =>
      url.includes('b.jpg') ? Response.json({ message: 'It is no photo.' }, { status: 422 }) : new Response(),
    );
    const to = { token: 'the-token', number: 'INV-2026-0001' };
    expect(await sendProofs(slips, to)).toBe('b.jpg: It is no photo.');
    expect(await sendProofs(slips.slice(1, 2), to)).toBe('It is no photo.');
    expect(await sendProofs(slips.slice(2), to)).toBeNull();
    expect(tooMany(slips, 3)).toBe('At most 3 files can go along. These are left out: d.jpg.');
    expect(tooMany(slips.slice(1), 3)).toBeNull();
  });

  it('goes as it is, with the link and without cookies', async () => {
    const { problem, sent } = await send(() => Response.json({ proofs: ['x'] }, { status: 201 }));
    expect(problem).toBeNull();
    expect(sent).toMatchObject([
      {
        url: '/uploads/claims?invoice=INV-2026-0001&name=Slip+%26+stamp.jpg',
        credentials: 'omit',
        headers: { authorization: 'Link the-token' },
      },
    ]);
  });

  it('that is refused says why, and one that does not arrive says what to do', async () => {
    const refused = await send(() => Response.json({ message: 'This file is empty.' }, { status: 422 }));
    expect(refused.problem).toBe('This file is empty.');
    const broken = await send(() => Promise.reject(new TypeError('no line')));
    expect(broken.problem).toContain('check your connection');
    const odd = await send(() => new Response('<html>', { status: 502 }));
    expect(odd.problem).toContain('check your connection');
  });
});
