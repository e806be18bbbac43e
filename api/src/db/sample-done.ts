import { isRefusal, type Refusal } from '../domain/refusal.ts';

/** What a step of loading the sample made; throws when it was refused, because nobody is there to mend it. */
export function done<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`The sample company does not load: ${result.message}`);
  return result;
}
