const noAnswer = 'The file did not arrive. Please check your connection and try again; doing so is safe.';

type To = { token: string | null; number: string };

/** Sends one file for the open claim of an invoice. Why it was not taken; null when it was. */
export async function sendProof(file: File, { token, number }: To): Promise<string | null> {
  const query = new URLSearchParams({ invoice: number, name: file.name });
  try {
    const response = await fetch(`/uploads/claims?${query}`, {
      method: 'POST',
      headers: { authorization: `Link ${token ?? ''}` },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      body: file,
    });
    if (response.ok) return null;
    const { message }: { message?: unknown } = await response.json();
    return typeof message === 'string' ? message : noAnswer;
  } catch {
    return noAnswer;
  }
}

/** One after the other: a phone's line carries one photo at a time. The first that fails says why, and which it was. */
export async function sendProofs(files: readonly File[], to: To): Promise<string | null> {
  for (const file of files) {
    const problem = await sendProof(file, to);
    if (problem !== null) return files.length > 1 ? `${file.name}: ${problem}` : problem;
  }
  return null;
}

/** What is said of files beyond the most, so that nobody believes that they went along. */
export const tooMany = (files: readonly File[], most: number): string | null =>
  files.length > most
    ? `At most ${most} files can go along. These are left out: ${named(files.slice(most))}.`
    : null;

const named = (files: readonly File[]): string => files.map(({ name }) => name).join(', ');
