import type { QuoteSnapshot } from '../domain/quote-snapshot.ts';
import type { PrintedTable } from './printed-document.ts';
import type { Wording } from './wording.ts';

/** The files that belong to the quote, with their sizes, or as signed with their fingerprints; nothing where there are none. */
export function attachmentTables(
  snapshot: QuoteSnapshot,
  shown: 'SIZE' | 'HASH',
  words: Wording,
): PrintedTable[] {
  if (snapshot.attachments.length === 0) return [];
  return [
    {
      kind: 'TABLE',
      heading: words.say.files.heading,
      columns: [
        { label: words.say.labels.file, align: 'START', grows: true },
        { label: words.say.labels.size, align: 'END', grows: false },
      ],
      rows: snapshot.attachments.map((file) => ({
        cells: [file.name, words.size(file.size)],
        note: shown === 'HASH' ? `SHA-256 ${file.hash}` : '',
      })),
      totals: [],
      note: words.say.files.note,
    },
  ];
}
