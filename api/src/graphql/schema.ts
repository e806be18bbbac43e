import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { buildSchema, GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';
import { guarded } from './rules.ts';

type ResolverClass = new () => object;
export type ResolverClasses = readonly [ResolverClass, ...ResolverClass[]];

/** The contract as it is written: the SDL of every file of the folder. */
export const readContract = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

/** The contract as the classes tell it. It is never served; a test holds it against the SDL. */
export const mirrorOf = ([first, ...others]: ResolverClasses): GraphQLSchema =>
  buildSchemaSync({
    resolvers: [first, ...others],
    validate: false,
    // It would ask the whole schema about itself at each start.
    skipCheck: true,
    // Inputs initialise what may be left out with null, so that use cases see one kind of nothing; that is no default.
    disableInferringDefaultValues: true,
  });

/** A scalar object would put its own description, none, in the place of the SDL's: only what it does is taken. */
const wordless = (resolvers: ReturnType<typeof createResolversMap>) =>
  Object.fromEntries(
    Object.entries(resolvers).map(([name, type]) =>
      type instanceof GraphQLScalarType
        ? [
            name,
            { __serialize: type.serialize, __parseValue: type.parseValue, __parseLiteral: type.parseLiteral },
          ]
        : [name, type],
    ),
  );

/** What is served: the SDL, answered by the classes, behind the rules. Throws when a class has what the SDL lacks. */
export const buildServedSchema = (resolvers: ResolverClasses, contract: string): GraphQLSchema =>
  guarded(
    makeExecutableSchema({
      // Ours alone, so there is nothing to merge, and nobody else holds it: both halve the time of a start.
      // What is wrong with the SDL is found by the tests, and not at each start.
      typeDefs: buildSchema(contract, { noLocation: true, assumeValidSDL: true }),
      updateResolversInPlace: true,
      resolvers: wordless(createResolversMap(mirrorOf(resolvers))),
      resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
    }),
  );
