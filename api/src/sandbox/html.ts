/** Markup that is safe to send. Made by `html` only. */
export type Html = { readonly markup: string };

type Value = string | number | Html | null | false | readonly Html[];

/** A template whose values are escaped, unless they are markup made by this same function. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return {
    markup: parts.map((part, at) => part + (at < values.length ? rendered(values[at] ?? null) : '')).join(''),
  };
}

function rendered(value: Value): string {
  if (value === null || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'markup' in value ? value.markup : value.map((item) => item.markup).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
