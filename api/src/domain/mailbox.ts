/**
 * One e-mail address, in the narrow form that every mail program reads alike. `Ana.Silva@Example.COM` with a space behind it
 * is read as `Ana.Silva@example.com`: outer spaces and the case of the domain make no difference, everything else does.
 * Wider forms (comments, quotes, several addresses) are refused, because mail programs have been led by them to send
 * `a@example.com,v@evil.test` to the second of the two.
 */

/** Letters, digits and the marks that no mail program gives a meaning of its own; % and ! once were routes. */
const localPart = /^[A-Za-z0-9#$&'*+/=?^_{}~-]+(?:\.[A-Za-z0-9#$&'*+/=?^_{}~-]+)*$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const maxLength = 254;

const isDomain = (domain: string): boolean => {
  const labels = domain.split('.');
  // A last label of digits would be an IP address.
  return labels.length >= 2 && labels.every((part) => label.test(part)) && /[a-z]/.test(labels.at(-1) ?? '');
};

/** Spaces only, not line breaks: those are a way to smuggle in a second header. */
function withoutOuterSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return text.slice(start, end);
}

/**
 * The address as it is stored and written to, with the domain in small letters; null when it is not exactly one address.
 * At most 254 characters, 64 before the @. Domains of other scripts have to be given in their `xn--` form.
 */
export function readMailbox(text: string): string | null {
  const typed = withoutOuterSpaces(text);
  if (typed.length > maxLength) return null;
  const at = typed.indexOf('@');
  const local = typed.slice(0, Math.max(at, 0));
  // Only A to Z: full lower-casing would turn the Kelvin sign into a k and let a look-alike through.
  const domain = typed.slice(at + 1).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return local.length <= 64 && localPart.test(local) && isDomain(domain) ? `${local}@${domain}` : null;
}

/** Whether both are the same address; text that is no address is the same as nothing. */
export function sameMailbox(a: string, b: string): boolean {
  const mailbox = readMailbox(a);
  return mailbox !== null && mailbox === readMailbox(b);
}
