/** How the customer is used to reading figures and days. The currency is the document's, never guessed from here. */
export const locale: string = navigator.language || 'en';
