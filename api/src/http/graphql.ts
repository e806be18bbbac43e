import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Instance } from '../context.ts';
import { isPassing } from '../db/passing.ts';
import { faultAnswers } from '../graphql/faults.ts';
import { resolvers } from '../graphql/resolvers.ts';
import { buildServedSchema, readContract } from '../graphql/schema.ts';
import { paths } from '../paths.ts';
import { type HttpCtx, httpContext } from './http-context.ts';
import { refuseOtherSites } from './same-origin.ts';
import { shapeLimits } from './shape-limits.ts';

/** What would otherwise be on. One plugin that looks at fields makes every field of every answer cost twice as much. */
const unused = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** The same for every server of a process. */
let served: GraphQLSchema | undefined;

/** POST /graphql, JSON only. Returns what has to be stopped at the end. */
export async function graphqlRoute(app: FastifyInstance, instance: Instance): Promise<void> {
  const faults = faultAnswers({
    report: (error, reference) => instance.log.error({ err: error, reference }, 'an operation failed'),
    reference: () => instance.ids.id(),
  });
  served ??= buildServedSchema(resolvers, readContract(paths.contract));
  const apollo = new ApolloServer<HttpCtx>({
    schema: served,
    introspection: !instance.config.production,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: 2000 },
    validationRules: shapeLimits,
    formatError: faults.formatError,
    plugins: [...unused, faults.plugin],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (text) => instance.log.warn(text),
      error: (text) => instance.log.error(text),
    },
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  app.route({
    url: '/graphql',
    method: 'POST',
    onRequest: refuseOtherSites(instance.config),
    handler: fastifyApolloHandler(apollo, {
      context: (request, reply) => httpContext(instance, request, reply).catch(comeBackLater),
    }),
  });
}

/** Before there is a context no plugin is asked, so the status has to travel with the error. */
function comeBackLater(error: unknown): never {
  if (!(error instanceof Error) || !isPassing(error)) throw error;
  throw new GraphQLError('Come back later', { originalError: error, extensions: { http: { status: 503 } } });
}
