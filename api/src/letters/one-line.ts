/**
 * Text from a person as one harmless line: for subjects, file names' readers and figures that must not wrap.
 * Line breaks and tabs become a space; other control characters and those that turn the direction of text go,
 * because `invoice\u202Efdp.exe` reads as something that it is not.
 */
export function oneLine(text: string): string {
  return withoutControls(text).replace(/\s+/gu, ' ').trim();
}

/** The same for text of several lines: line breaks stay. */
export function withoutControls(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, '');
}
