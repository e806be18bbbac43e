import { type ClassType, createUnionType } from 'type-graphql';
import { isRefusal } from '../domain/refusal.ts';
import { RefusalType } from './shared.type.ts';

/** The result of a write: a row of the type, or why not. Rows carry no `__typename`; what is no refusal is the row. */
export const orRefusal = <T extends object>(name: string, type: () => ClassType<T>) =>
  createUnionType({
    name,
    types: () => [type(), RefusalType] as const,
    resolveType: (value: unknown) => (isRefusal(value) ? RefusalType : type()),
  });
