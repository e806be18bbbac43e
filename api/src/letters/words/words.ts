import type { Language } from '../../domain/language.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';
import { fr } from './fr.ts';

export type { Words } from './en.ts';

/** One more language is its words and a line here. */
const wordsByLanguage: Readonly<Record<Language, Words>> = { en, de, fr };

export const wordsIn = (language: Language): Words => wordsByLanguage[language];

/** Names of the same tax in the languages that we write. */
const valueAddedTaxes = Object.values(wordsByLanguage).flatMap(({ tax }) => tax.valueAdded);

/** What the tax is called to this reader: `VAT` of a company is `MwSt.` to a German; `GST` is nobody else's tax and stays. */
export function taxNameIn({ tax }: Words, label: string): string {
  const given = label.trim();
  if (given === '') return tax.unnamed;
  const isForeign = valueAddedTaxes.includes(given) && !tax.valueAdded.includes(given);
  return isForeign ? (tax.valueAdded[0] ?? given) : given;
}
