import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, type DocumentNode, parse } from 'graphql';
import { readContract } from '../../api/src/graphql/schema.ts';

const folder = new URL('../../schema/', import.meta.url);

/** The contract as text, as a schema, and file by file. */
export const contract = readContract(fileURLToPath(folder));
export const contractSchema = buildSchema(contract);
export const contractFiles: ReadonlyMap<string, DocumentNode> = new Map(
  readdirSync(folder).map((name) => [name, parse(readFileSync(new URL(name, folder), 'utf8'))]),
);

export function fieldsOf(type: 'Query' | 'Mutation') {
  const found = type === 'Query' ? contractSchema.getQueryType() : contractSchema.getMutationType();
  if (!found) throw new Error(`The contract has no ${type}`);
  return found.getFields();
}
