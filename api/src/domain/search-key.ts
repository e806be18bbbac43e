/**
 * How texts are compared when somebody searches: in small letters, without accents, with single spaces. Who types "cafe" or
 * "CAFÉ" finds the Corner Café, and "strasse" finds the Straße. It is written beside the text when a row is saved, because
 * neither database folds letters in the way of the other.
 */

/** Letters that do not come apart into a plain one and an accent. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

/** Accents of Latin, Greek and Cyrillic letters. The marks of other scripts are letters to those who read them. */
const accents = /[\u0300-\u036f]/g;

/** The text as it is searched for. Folding it again changes nothing. */
export const searchKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħıς]/g, (letter) => plain[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
