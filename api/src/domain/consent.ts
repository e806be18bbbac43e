/**
 * The sentence that makes a signature an agreement. A customer of Harbour & Pine who reads German agrees to "Ich nehme dieses
 * Angebot und seine Bedingungen … an", and that sentence is kept with the signature.
 */
import type { Language } from './language.ts';

const sentences: Readonly<Record<Language, (company: string) => string>> = {
  en: (company) =>
    `I accept this quote and its terms on behalf of the customer named above, I agree to sign electronically, and I understand that this forms a binding agreement with ${company}.`,
  de: (company) =>
    `Ich nehme dieses Angebot und seine Bedingungen im Namen des oben genannten Kunden an, bin mit der elektronischen Unterschrift einverstanden und weiß, dass damit ein verbindlicher Vertrag mit ${company} zustande kommt.`,
  fr: (company) =>
    `J’accepte ce devis et ses conditions au nom du client désigné ci-dessus, je consens à signer par voie électronique et je comprends que cela forme un contrat qui nous lie avec ${company}.`,
};

/**
 * The sentence that a customer agrees to by signing, in the language of the quote. It is frozen with the quote and kept with
 * the signature: intent, consent and the link to the text are what electronic signature laws (ESIGN, UETA, the Australian
 * ETA) ask for.
 */
export const consentSentence = (companyName: string, language: Language): string =>
  sentences[language](companyName);
