import type { PrintedDocument } from '../../letters/printed-document.ts';

/** What the server and the process that makes PDFs say to each other. */
export type RenderRequest = Readonly<{ id: number; letter: PrintedDocument }>;

export type RenderReply = Readonly<{
  id: number;
  outcome: { pdf: Uint8Array } | { fault: string };
  /** Resident memory of the process in bytes: it only grows, so somebody has to watch it. */
  rss: number;
}>;
