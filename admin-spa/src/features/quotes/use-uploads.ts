import { useState } from 'react';
import { Fault } from '../../graphql.ts';
import { upload } from '../../upload.ts';

/** A file on its way, or one that did not arrive and why. */
export type Upload = { id: number; name: string; progress: number; problem: string | null };

const mostBytes = 10 * 1024 * 1024;
let ids = 0;

const faults: Record<string, string> = {
  UNREACHABLE: 'The server cannot be reached. Please try again.',
  UNAUTHENTICATED: 'Your session has ended. Please sign in again.',
  FORBIDDEN: 'Your role does not allow this.',
};
const wordsFor = (error: unknown): string =>
  faults[error instanceof Fault ? error.code : ''] ?? 'This did not arrive. Trying again is safe.';

/** Sends files one after the other, so that the first ones are there while the last ones wait. */
export function useUploads(quoteId: string, onArrived: () => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const change = (id: number, changes: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...changes } : each)));
  const dismiss = (id: number) => setUploads((all) => all.filter((each) => each.id !== id));

  async function send(id: number, file: File): Promise<void> {
    // Known before a byte has left; everything else the server says.
    if (file.size > mostBytes) return change(id, { problem: 'This file is too large: at most 10 MB.' });
    const url = `/uploads/quotes/${quoteId}/attachments?name=${encodeURIComponent(file.name)}`;
    try {
      const sent = await upload(url, file, (progress) => change(id, { progress }));
      if ('refusal' in sent) return change(id, { problem: sent.refusal.message });
      dismiss(id);
      onArrived();
    } catch (error) {
      change(id, { problem: wordsFor(error) });
    }
  }

  async function add(files: readonly File[]): Promise<void> {
    const waiting = files.map((file) => ({ file, id: (ids += 1) }));
    const rows = waiting.map(({ file, id }) => ({ id, name: file.name, progress: 0, problem: null }));
    setUploads((all) => [...all.filter(({ problem }) => problem === null), ...rows]);
    for (const { file, id } of waiting) await send(id, file);
  }
  return { uploads, add, dismiss };
}
