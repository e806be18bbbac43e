import { domainToASCII } from 'node:url';

export type Mailbox = { name: string; address: string };

/**
 * One plain mailbox, or null. nodemailer reads addresses again and finds recipients where a person sees none
 * (`a@x.test(c)evil.test`, `"v@evil.test x"@x.test`, groups, lists), so anything but local@domain ends here.
 */
export function plainAddress(text: string): string | null {
  const parts = /^([^@]+)@([^@]+)$/u.exec(text);
  const local = parts?.[1] ?? '';
  const domain = domainToASCII(parts?.[2] ?? '').toLowerCase();
  if (!/^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u.test(local) || /^\.|\.\.|\.$/u.test(local)) return null;
  if (domain.length > 253 || !/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/u.test(domain) || domain.includes('..'))
    return null;
  return `${local}@${domain}`;
}

/** `Harbour & Pine <billing@example.com>` or the bare address, as the sender is configured. */
export function mailbox(text: string): Mailbox | null {
  const parts = /^([^<>]*)<([^<>]*)>$/u.exec(text.trim());
  const address = plainAddress((parts?.[2] ?? text).trim());
  return address === null
    ? null
    : { name: oneHeaderLine(parts?.[1] ?? '').replace(/^"(.*)"$/u, '$1'), address };
}

/** Text for a header: whatever could end the line becomes a space, and nothing turns the reading direction. */
export function oneHeaderLine(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
}
