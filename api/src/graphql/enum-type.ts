import { registerEnumType } from 'type-graphql';

/** The words of the domain as an enum of the contract, where name and value are the same. */
export function enumType<T extends string>(name: string, words: readonly T[]): Readonly<Record<T, T>> {
  const values = Object.fromEntries(words.map((word) => [word, word])) as Record<T, T>;
  registerEnumType(values, { name });
  return values;
}
