import type { ApolloServerPlugin } from '@apollo/server';
import { NotFoundError, OptimisticLockError } from '@mikro-orm/core';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isPassing } from '../db/passing.ts';
import { badInput, conflict, Fault, type FaultCode, notFound } from '../fault.ts';

type Answer = Readonly<{ code: FaultCode; message: string }>;

/** What GraphQL and Apollo call the mistakes of a caller; for us they are all the same. */
const callersMistakes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
]);
const passedOn = new Set<unknown>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
] satisfies FaultCode[]);
const isPassedOn = (code: unknown): code is FaultCode => passedOn.has(code);

/** PostgreSQL keeps no NUL in a text. Whoever sends one made a mistake, and we did not. */
const isUnstorable = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === '22021' || cause.code === '22P05');

/** What was thrown, below the layers that GraphQL and the libraries put around it. */
function* causesOf(thrown: unknown): Generator<unknown> {
  let current: unknown = thrown;
  for (let depth = 0; depth < 8 && current !== undefined && current !== null; depth += 1) {
    yield current;
    const inner: unknown = current instanceof GraphQLError ? current.originalError : undefined;
    current = inner ?? (current instanceof Error ? current.cause : undefined);
  }
}

function answerTo(thrown: unknown): Answer | null {
  const causes = [...causesOf(thrown)];
  const fault = causes.find((cause) => cause instanceof Fault);
  if (fault !== undefined) return fault;
  if (causes.some(isUnstorable)) return badInput('The text has a character that cannot be stored.');
  if (causes.some((cause) => cause instanceof OptimisticLockError)) return conflict();
  if (causes.some((cause) => cause instanceof NotFoundError)) return notFound();
  // A library may throw an error with a code of its own below; only what GraphQL itself or a rule said is passed on.
  if (!causes.every((cause) => cause instanceof GraphQLError)) return null;
  const { message, extensions } = thrown as GraphQLError;
  if (isPassedOn(extensions['code'])) return { code: extensions['code'], message };
  if (!callersMistakes.has(String(extensions['code']))) return null;
  return { code: 'BAD_USER_INPUT', message: withoutSuggestions(message) };
}

/** Suggestions would tell a stranger the names of the schema. */
const withoutSuggestions = (message: string): string => message.replace(/ ?Did you mean [^?]*\?/g, '');

const mayPass = (thrown: unknown): boolean => [...causesOf(thrown)].some(isPassing);

const blank = (reference: string): string =>
  `Something went wrong on our side. Please try again; if it happens again, quote this reference: ${reference}.`;

type Reporting = {
  /** Is given what the caller must not see. */
  report(error: unknown, reference: string): void;
  /** For what breaks before there is a request of ours, such as a body that is not JSON. */
  reference(): string;
};

export type FaultAnswers = {
  formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError;
  plugin: ApolloServerPlugin<{ requestId: string }>;
};

/** Turns whatever is thrown into one of six codes; what nobody expected is reported, and answered without a word of it. */
export function faultAnswers({ report, reference }: Reporting): FaultAnswers {
  const references = new WeakMap<object, string>();
  return {
    formatError(formatted, thrown) {
      const place = {
        ...(formatted.locations && { locations: formatted.locations }),
        ...(formatted.path && { path: formatted.path }),
      };
      const answer = answerTo(thrown);
      if (answer !== null) return { message: answer.message, ...place, extensions: { code: answer.code } };
      const known = (thrown instanceof Object && references.get(thrown)) || reference();
      report(thrown instanceof GraphQLError ? (thrown.originalError ?? thrown) : thrown, known);
      return { message: blank(known), ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
    },
    plugin: {
      // formatError is told nothing of the request, so the request's id is noted down beside the error here.
      requestDidStart: async ({ contextValue, response }) => ({
        didEncounterErrors: async ({ errors }) => {
          for (const error of errors) references.set(error, contextValue.requestId);
          if (errors.some((error) => answerTo(error) === null && mayPass(error))) response.http.status = 503;
        },
      }),
    },
  };
}
