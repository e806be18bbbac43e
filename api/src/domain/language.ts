/**
 * The languages in which a customer can be written to, as BCP 47 tags. `de` on a customer means that dates and amounts are
 * printed as Germans read them; a language is on the list when letters and documents have words for it.
 */
export const languages = ['en', 'de', 'fr'] as const;

/** One of them. */
export type Language = (typeof languages)[number];

/** Whether the text is the tag of one of them. */
export const isLanguage = (tag: string): tag is Language => (languages as readonly string[]).includes(tag);

/** The language of a locale: `de-AT` is `de`; English for one that is not on the list. */
export function languageOf(locale: string): Language {
  const [tag = ''] = locale.split('-');
  return isLanguage(tag) ? tag : 'en';
}
