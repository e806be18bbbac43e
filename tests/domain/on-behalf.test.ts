import { describe, expect, test } from 'vitest';
import type { Approved } from '../../api/src/domain/acceptance.ts';
import { canonical } from '../../api/src/domain/canonical.ts';
import { acceptanceEvidence } from '../../api/src/domain/evidence.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { judgeOnBehalf, type OnBehalfEntry } from '../../api/src/domain/on-behalf.ts';
import { isRefusal } from '../../api/src/domain/refusal.ts';
import { anApproved, anAttempt, aSnapshot } from '../support/builders.ts';

const today = localDate('2026-11-25');
const sentOn = localDate('2026-11-20');
const anEntry = (changes: Partial<OnBehalfEntry> = {}): OnBehalfEntry => ({
  choices: anAttempt().choices,
  signerName: ' Ana Silva ',
  reason: 'Signed on paper, copy in the folder.',
  signedOn: localDate('2026-11-23'),
  ...changes,
});
const judged = (approved: Partial<Approved> = {}, entry: Partial<OnBehalfEntry> = {}, day = today) =>
  judgeOnBehalf(anApproved(approved), anEntry(entry), day, sentOn);

describe('what staff accept for a customer', () => {
  test('is agreed at the approved prices, and goes to the address on file', () => {
    expect(judged()).toMatchObject({
      name: 'Ana Silva',
      email: anApproved().sentTo,
      choices: anAttempt().choices,
      price: { totals: { gross: 374_900 } },
    });
    expect(judged({}, { choices: [] })).toMatchObject({ price: { totals: { gross: 329_900 } } });
  });

  test.each<[string, Partial<Approved>]>([
    ['QUOTE_ALREADY_ACCEPTED', { status: 'ACCEPTED' }],
    ['REVISION_SUPERSEDED', { status: 'CANCELED', cancelReason: 'SUPERSEDED' }],
    ['QUOTE_NOT_OPEN', { status: 'CANCELED', cancelReason: 'WITHDRAWN' }],
    ['QUOTE_NOT_OPEN', { status: 'DRAFT' }],
    ['SNAPSHOT_DAMAGED', { computedHash: 'f0'.repeat(32) }],
    ['SNAPSHOT_DAMAGED', { snapshot: null }],
  ])('needs a quote that stands as for a signature: %s', (code, approved) => {
    expect(judged(approved)).toMatchObject({ refusal: true, code });
  });

  test('needs a quote within its days; the last one counts', () => {
    const { validUntil } = anApproved();
    expect(isRefusal(judged({}, {}, validUntil))).toBe(false);
    expect(judged({ validUntil: localDate('2026-11-24') })).toMatchObject({
      code: 'QUOTE_EXPIRED',
      message: expect.stringContaining('Set a later day'),
    });
  });

  test.each<[string, Partial<OnBehalfEntry>, string]>([
    ['OPTION_UNKNOWN', { choices: [{ optionId: 'other', quantity: 1 }] }, 'choices'],
    ['NAME_INVALID', { signerName: ' ' }, 'signerName'],
    ['INPUT_INVALID', { reason: ' ' }, 'reason'],
    ['INPUT_INVALID', { reason: 'x'.repeat(501) }, 'reason'],
    ['INPUT_INVALID', { signedOn: localDate('2026-11-26') }, 'signedOn'],
    ['INPUT_INVALID', { signedOn: localDate('2026-11-19') }, 'signedOn'],
  ])('%s for %j', (code, entry, field) => {
    expect(judged({}, entry)).toMatchObject({ refusal: true, code, field });
  });

  test('may have been agreed on the day it was sent, and today', () => {
    for (const signedOn of [sentOn, today]) expect(isRefusal(judged({}, { signedOn }))).toBe(false);
  });

  test('is put down as what it is: no signature, no proof, no consent, but who and why', () => {
    const agreed = judged();
    if (isRefusal(agreed)) throw new Error('the sample passes');
    const record = acceptanceEvidence({
      snapshot: aSnapshot(),
      revisionHash: 'a1'.repeat(32),
      agreed,
      signature: {
        method: 'ON_BEHALF',
        by: 'Bob',
        staffId: '7',
        reason: 'Signed on paper.',
        signedOn: localDate('2026-11-23'),
      },
      client: { ip: '203.0.113.7', userAgent: 'Browser 1.0' },
      signedAt: '2026-11-25T08:15:30.000Z',
    });
    expect(record).toMatchObject({
      method: 'ON_BEHALF',
      consent: null,
      strokes: [],
      signer: { proof: 'ON_BEHALF' },
      onBehalf: { by: 'Bob', staffId: '7', reason: 'Signed on paper.', signedOn: '2026-11-23' },
    });
    expect(canonical(record)).toContain('The customer signed nothing on this server');
  });
});
