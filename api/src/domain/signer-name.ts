/**
 * The name that a person signs with. It is kept as it was written, in the one spelling that Unicode calls NFC, without
 * spaces around it: `  Ana Sílva ` typed with a separate accent (11 characters) becomes `Ana Sílva` (9 characters). It has 1 to 500
 * characters, of which at least one can be seen.
 */

const maxLength = 500;

/** Line breaks, control characters, halves of characters, and marks that turn the direction of the text around. */
const unwanted = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Spaces, zero-width characters and others that print nothing, the blank Braille cell among them. */
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Mn}\u2800]/gu;

/** The name in its stored form, or null when it cannot stand under an agreement. */
export function readSignerName(text: string): string | null {
  // No name of 500 characters is longer than this as it is typed; without it, normalising a book would cost time.
  if (text.length > maxLength * 8) return null;
  const name = text.normalize('NFC').trim();
  if (unwanted.test(name) || name.replace(invisible, '') === '') return null;
  return [...name].length <= maxLength ? name : null;
}
