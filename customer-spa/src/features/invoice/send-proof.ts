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
