/**
 * Texts for a table that is opened in a spreadsheet. A spreadsheet runs what begins like a formula, whoever wrote it: a customer
 * called `=HYPERLINK("http://…")` would send the bookkeeper somewhere. An apostrophe in front makes it a text. Some read a
 * semicolon as the end of a cell, so what follows one is looked at too. Amounts are no texts: -5.00 stays a number.
 */

/** What begins a formula: also as the wide signs of East Asian keyboards, and behind blanks or signs that are not seen. */
const beginning = /(^|;)(?=[\s\0]*[=+\-@＝＋－＠]|[\t\r\n\0])/g;

/** The text as a spreadsheet shows it and never runs it. */
export const textCell = (text: string): string => text.replace(beginning, "$1'");
