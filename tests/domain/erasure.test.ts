import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bonds,
  erasedProblem,
  erasureThings,
  goesAtOnce,
  keptUntil,
  longestRetention,
  planErasure,
  restrictedProblem,
} from '../../api/src/domain/erasure.ts';
import { addDays, localDate } from '../../api/src/domain/local-date.ts';
import { cases } from './arbitraries.ts';

const today = localDate('2026-11-21');
const bonds = (changes: Partial<Bonds> = {}): Bonds => ({
  quotes: 0,
  isOwed: false,
  lastRecord: null,
  ...changes,
});

describe('what a request for erasure comes to', () => {
  test.each([
    ['a lead', bonds(), { kind: 'LEAD', outcome: 'ERASED', until: null }],
    ['drafts that nobody signed', bonds({ quotes: 2 }), { kind: 'OFFERED', outcome: 'ERASED', until: null }],
    [
      'a signature of this year',
      bonds({ quotes: 1, lastRecord: today }),
      { kind: 'CONTRACT', outcome: 'RESTRICTED', until: '2036-12-31' },
    ],
    [
      'the last record of ten years ago, in its last year',
      bonds({ quotes: 1, lastRecord: localDate('2016-01-01') }),
      { kind: 'CONTRACT', outcome: 'RESTRICTED', until: '2026-12-31' },
    ],
    [
      'a record whose years are over',
      bonds({ quotes: 1, lastRecord: localDate('2015-12-31') }),
      { kind: 'RETENTION_OVER', outcome: 'ERASED', until: null },
    ],
    [
      'an unpaid invoice, however old',
      bonds({ quotes: 1, isOwed: true, lastRecord: localDate('2001-01-01') }),
      { kind: 'OWED', outcome: 'RESTRICTED', until: null },
    ],
  ])('EV-07: %s', (_what, of, plan) => {
    expect(planErasure(of, today, 10)).toEqual(plan);
  });

  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(localDate('1990-01-01'), days));
  const years = fc.integer({ min: 0, max: longestRetention });
  const anyBonds = fc.record({
    quotes: fc.nat(5),
    isOwed: fc.boolean(),
    lastRecord: fc.option(day),
  });

  test('EV-07: nothing is erased that is owed, or whose years are not over', () => {
    fc.assert(
      fc.property(anyBonds, day, years, (of, on, kept) => {
        const { outcome, until } = planErasure(of, on, kept);
        if (outcome === 'ERASED') {
          expect(of.isOwed).toBe(false);
          expect(of.lastRecord === null || keptUntil(of.lastRecord, kept) < on).toBe(true);
          expect(until).toBeNull();
        } else if (until !== null) {
          expect(until >= on && until.endsWith('-12-31')).toBe(true);
          expect(until >= (of.lastRecord ?? '')).toBe(true);
        }
      }),
      cases(),
    );
  });

  test('EV-07: on the day after the last one it is erased, and never turns back while nothing new comes', () => {
    fc.assert(
      fc.property(day, years, fc.nat(4_000), (lastRecord, kept, later) => {
        const after = addDays(keptUntil(lastRecord, kept), 1 + later);
        expect(planErasure(bonds({ quotes: 1, lastRecord }), after, kept).kind).toBe('RETENTION_OVER');
        expect(planErasure(bonds({ quotes: 1, lastRecord }), addDays(after, -1 - later), kept).kind).toBe(
          'CONTRACT',
        );
      }),
      cases(),
    );
  });

  test('EV-07: of a restricted customer only what is no record goes at once', () => {
    expect(erasureThings.filter((thing) => goesAtOnce(thing, 'RESTRICTED'))).toEqual(['DETAILS', 'DRAFTS']);
    expect(erasureThings.every((thing) => goesAtOnce(thing, 'ERASED'))).toBe(true);
  });

  test('nothing new is written for whom it came to either, and nobody is erased twice', () => {
    const at = '2026-11-21T01:00:00.000Z';
    expect(restrictedProblem({ restrictedAt: null, erasedAt: null })).toBeNull();
    expect(restrictedProblem({ restrictedAt: at, erasedAt: null })).toMatchObject({
      code: 'CUSTOMER_RESTRICTED',
    });
    expect(restrictedProblem({ restrictedAt: null, erasedAt: at })).toMatchObject({
      code: 'CUSTOMER_RESTRICTED',
    });
    expect(erasedProblem({ erasedAt: null })).toBeNull();
    expect(erasedProblem({ erasedAt: at })).toMatchObject({ code: 'CUSTOMER_RESTRICTED' });
  });
});
