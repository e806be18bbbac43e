import { GraphQLError, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { conflict, forbidden, notFound, unauthenticated } from '../../api/src/fault.ts';
import { faultAnswers } from '../../api/src/graphql/faults.ts';

/** Answers with what was reported beside them. */
function answering() {
  const reported: { error: unknown; reference: string }[] = [];
  const { formatError, plugin } = faultAnswers({
    report: (error, reference) => reported.push({ error, reference }),
    reference: () => 'no-request',
  });
  const answer = (thrown: unknown) => {
    const shown = thrown instanceof GraphQLError ? thrown.toJSON() : { message: String(thrown) };
    return formatError(shown, thrown);
  };
  /** What Apollo does before it formats: the listeners are told of the errors. */
  const during = async (requestId: string, errors: readonly GraphQLError[]): Promise<number | undefined> => {
    const request = {
      contextValue: { requestId },
      errors,
      response: { http: { status: undefined as number | undefined } },
    };
    const listener = await plugin.requestDidStart?.(request as never);
    await listener?.didEncounterErrors?.(request as never);
    return request.response.http.status;
  };
  return { answer, during, reported };
}

const inResolver = (thrown: Error): GraphQLError =>
  new GraphQLError(thrown.message, { originalError: thrown, path: ['quotes', 0, 'customer'] });
const withCode = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });
const broken = (code: string): Error => Object.assign(new Error('disk: insert into "staff"'), { code });

describe('what the caller is told', () => {
  test.each([
    [unauthenticated(), 'UNAUTHENTICATED', 'Please sign in.'],
    [forbidden(), 'FORBIDDEN', 'Your role does not allow this.'],
    [notFound(), 'NOT_FOUND', 'There is nothing here, or not for you.'],
    [conflict(), 'CONFLICT', 'Somebody else changed this in the meantime. Load it again to see the change.'],
  ])('%s stays what it is, with its place', (fault, code, message) => {
    const { answer, reported } = answering();
    const place = ['quotes', 0, 'customer'];
    expect(answer(inResolver(fault))).toEqual({ message, path: place, extensions: { code } });
    expect(reported).toEqual([]);
  });

  test.each([
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'OPERATION_RESOLUTION_FAILURE',
    'PERSISTED_QUERY_NOT_FOUND',
    'BAD_REQUEST',
    'BAD_USER_INPUT',
  ])('%s is a mistake of the caller', (code) => {
    expect(answering().answer(withCode(code, 'Syntax Error: Unexpected Name "x".'))).toEqual({
      message: 'Syntax Error: Unexpected Name "x".',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test.each([
    [
      'Cannot query field "quot" on type "Query". Did you mean "quote" or "quotes"?',
      'Cannot query field "quot" on type "Query".',
    ],
    [
      'Value "OPN" does not exist in "QuoteStatus" enum. Did you mean the enum value "OPEN"?',
      'Value "OPN" does not exist in "QuoteStatus" enum.',
    ],
  ])('nobody learns the names of the schema by guessing: %s', (message, expected) => {
    expect(answering().answer(withCode('GRAPHQL_VALIDATION_FAILED', message)).message).toBe(expected);
  });

  test('a real syntax error keeps the place where it is', () => {
    let thrown: unknown;
    try {
      parse('{ quotes( }');
    } catch (error) {
      thrown = error;
    }
    const error = new GraphQLError((thrown as GraphQLError).message, {
      originalError: thrown as GraphQLError,
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    });
    expect(answering().answer(error)).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});

describe('what the caller is not told', () => {
  const blank =
    'Something went wrong on our side. Please try again; if it happens again, quote this reference: request-7.';

  test('an unexpected error is answered with the id of the request, and reported as it was', async () => {
    const { answer, during, reported } = answering();
    const cause = new Error('password=hunter2');
    const error = inResolver(cause);
    expect(await during('request-7', [error])).toBeUndefined();
    expect(answer(error)).toEqual({
      message: blank,
      path: ['quotes', 0, 'customer'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(reported).toEqual([{ error: cause, reference: 'request-7' }]);
  });

  test('an error that only looks like a fault is not believed', () => {
    const posing = Object.assign(new Error('secret'), { extensions: { code: 'FORBIDDEN', sql: 'select' } });
    expect(JSON.stringify(answering().answer(inResolver(posing)))).not.toMatch(/secret|select|FORBIDDEN/);
  });

  test('an error of GraphQL without a code is ours, such as a missing value of a row', () => {
    const error = new GraphQLError('Cannot return null for non-nullable field Quote.title.');
    expect(answering().answer(error).extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  });

  test('what is no error at all is answered too', () => {
    const { answer, reported } = answering();
    expect(answer('boom').message).toContain('no-request');
    expect(reported).toEqual([{ error: 'boom', reference: 'no-request' }]);
  });

  test.each([
    'SQLITE_BUSY',
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_FULL',
    'SQLITE_READONLY',
    '53300',
    '57P01',
    '55P03',
    'ECONNREFUSED',
  ])('a database that says %s is answered with 503, so that callers come back', async (code) => {
    const { answer, during } = answering();
    const wrapped = new Error('the query failed', { cause: broken(code) });
    const error = inResolver(wrapped);
    expect(await during('request-7', [error])).toBe(503);
    expect(answer(error)).toMatchObject({ message: blank, extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  });

  test.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    'a line to the database that breaks, which its driver tells without a code (%s), is a reason to come back',
    async (message) => {
      expect(await answering().during('request-7', [inResolver(new Error(message))])).toBe(503);
    },
  );

  test('a constraint of the database is no reason to come back', async () => {
    expect(
      await answering().during('request-7', [inResolver(broken('SQLITE_CONSTRAINT_UNIQUE'))]),
    ).toBeUndefined();
  });
});
