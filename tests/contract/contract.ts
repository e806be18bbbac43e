import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, parse } from 'graphql';
import { readContract } from '../../api/src/graphql/schema.ts';

const folder = new URL('../../schema/', import.meta.url);

/** The contract as text, as a schema, and file by file. */
export const contract = readContract(folder.pathname);
export const contractSchema = buildSchema(contract);
export const contractFiles: ReadonlyMap<string, DocumentNode> = new Map(
  readdirSync(folder).map((name) => [name, parse(readFileSync(new URL(name, folder), 'utf8'))]),
);

/** The names of the operations that staff and customers have. */
export const operations = (['Query', 'Mutation'] as const).flatMap((type) =>
  Object.keys(contractSchema.getType(type) === undefined ? {} : fieldsOf(type)).map((name) => ({
    type,
    name,
  })),
);

export function fieldsOf(type: 'Query' | 'Mutation') {
  const found = type === 'Query' ? contractSchema.getQueryType() : contractSchema.getMutationType();
  if (!found) throw new Error(`The contract has no ${type}`);
  return found.getFields();
}
