import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import type { Sent } from '../support/steps.ts';

describe('operations that are cheap to send and dear to answer', () => {
  const office = companyOn('sqlite');
  const statusOf = async (query: string, quote?: Sent): Promise<number> => {
    const response = await office().app.server.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': 'application/json',
        ...(quote === undefined ? {} : { authorization: `Link ${quote.link.link}` }),
      },
      payload: { query },
    });
    return response.statusCode;
  };
  const questions = (count: number) =>
    Array.from({ length: count }, (_, at) => `q${at}: portalRecords { company { name } }`).join(' ');

  test('GQ-02: one question under many names is refused, however they are written', async () => {
    const quote = await office().sentQuote();
    expect(await statusOf(`{ ${questions(10)} }`, quote)).toBe(200);
    for (const count of [11, 16, 100]) expect(await statusOf(`{ ${questions(count)} }`, quote)).toBe(400);
    expect(await statusOf(`{ ... on Query { ${questions(16)} } }`, quote)).toBe(400);
    const parts = `fragment A on Query { ${questions(6)} } fragment B on Query { ${questions(12)} }`;
    expect(await statusOf(`{ ...A ...B } ${parts}`, quote)).toBe(400);
  });

  test('GQ-04: fragments that hold each other, or twice as many each time, are refused', async () => {
    const doubling = Array.from(
      { length: 20 },
      (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`,
    );
    expect(
      await statusOf(
        `{ ...F0 } ${doubling.join(' ')} fragment F20 on Query { portalRecords { company { name } } }`,
      ),
    ).toBe(400);
    expect(await statusOf('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).toBe(400);
  });
});
