/**
 * The sentence that a customer agrees to by signing. It is frozen with the quote and kept with the signature: intent,
 * consent and the link to the text are what electronic signature laws (ESIGN, UETA, the Australian ETA) ask for.
 */
export const consentSentence = (companyName: string): string =>
  `I accept this quote and its terms on behalf of the customer named above, I agree to sign electronically, and I understand that this forms a binding agreement with ${companyName}.`;
