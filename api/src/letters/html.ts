/** Markup that is safe to send: made by `html` alone, which escapes every value that is put in. */
export type Html = Readonly<{ markup: string }>;

// Only what came out of `html` is let through unescaped; an object that merely looks alike is not in here.
const made = new WeakSet<Html>();

type Value = string | number | Html | readonly Html[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const markup = parts.reduce((text, part, index) => text + markupOf(values[index - 1] ?? '') + part);
  const result = { markup };
  made.add(result);
  return result;
}

function markupOf(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  if ('markup' in value) return made.has(value) ? value.markup : escape(value.markup);
  return value.map(markupOf).join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => escapes[character] ?? '');
}
