/** Whether it was typed: capitals and spaces around it do not count. */
export const isTyped = (typed: string, word: string): boolean =>
  typed.trim().toUpperCase() === word.toUpperCase();
