import type { MailParts } from './mail-parts.ts';

export function mailText(parts: MailParts): string {
  const facts = parts.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
  const paragraphs = [
    parts.from.name,
    parts.greeting,
    ...parts.opening,
    facts,
    // On a line of its own: mail programs take a full stop behind an address for a part of it.
    parts.button === null ? '' : `${parts.button.label}:\n${parts.button.url}`,
    ...parts.next,
    // `-- ` is how mail programs know a signature.
    `-- \n${parts.signature.join('\n')}`,
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
