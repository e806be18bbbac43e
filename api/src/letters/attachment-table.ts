import type { QuoteSnapshot, SnapshotAttachment } from '../domain/quote-snapshot.ts';
import type { PrintedTable } from './printed-document.ts';

/** The files that belong to the quote, with their sizes, or as signed with their fingerprints; nothing where there are none. */
export function attachmentTables(snapshot: QuoteSnapshot, shown: 'SIZE' | 'HASH'): PrintedTable[] {
  if (snapshot.attachments.length === 0) return [];
  return [
    {
      kind: 'TABLE',
      heading: 'Attached files',
      columns: [
        { label: 'File', align: 'START', grows: true },
        { label: 'Size', align: 'END', grows: false },
      ],
      rows: snapshot.attachments.map((file) => ({
        cells: [file.name, sizeOf(file)],
        note: shown === 'HASH' ? `SHA-256 ${file.hash}` : '',
      })),
      totals: [],
      note: 'They are part of this quote; the page that your link leads to opens them.',
    },
  ];
}

function sizeOf({ size }: SnapshotAttachment): string {
  if (size >= 1_000_000) return `${(size / 1_000_000).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(size / 1000))} kB`;
}
