import type { CodegenConfig } from '@graphql-codegen/cli';

/** What travels as JSON, in the words of the domain. */
const scalars = {
  MinorUnits: '@countersign/api/domain/money#MinorUnits',
  CurrencyCode: 'string',
  QuantityMilli: 'number',
  RateMilliPercent: 'number',
  Date: '@countersign/api/domain/local-date#LocalDate',
  DateTime: 'string',
  ID: { input: 'string', output: 'string' },
};
const common = { scalars, enumsAsTypes: true, useTypeImports: true };
const client = { preset: 'client' as const, presetConfig: { fragmentMasking: false } };

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    // fetch + react-query take the text of a document; urql wants the parsed one
    'admin-spa/src/gql/': {
      ...client,
      documents: 'admin-spa/src/**/*.{ts,tsx}',
      config: { ...common, documentMode: 'string' },
    },
    'customer-spa/src/gql/': {
      ...client,
      documents: 'customer-spa/src/**/*.{ts,tsx}',
      config: common,
    },
  },
  ignoreNoDocuments: true,
};
export default config;
