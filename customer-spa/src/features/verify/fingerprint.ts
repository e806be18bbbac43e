/** What a link to this page may bring along, behind the `#`, which travels to no server. */
export function asked(fragment: string): Readonly<{ number: string; hash: string }> {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  return { number: given.get('number') ?? '', hash: given.get('hash') ?? '' };
}

/** SHA-256 in hexadecimal, computed here; null where the browser forbids it, as on a page without https. */
export async function fingerprintOf(file: Blob): Promise<string | null> {
  if (!('subtle' in crypto)) return null;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Our files are named after their number; whoever got one by mail may not know another. */
export const numberIn = (fileName: string): string | null =>
  /^QT-[A-Z0-9]+-\d{4}-\d+/.exec(fileName)?.[0] ?? null;
