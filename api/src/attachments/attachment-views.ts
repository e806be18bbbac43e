import type { Ctx } from '../context.ts';
import { documentAddress } from '../documents/address.ts';
import type { SnapshotAttachment } from '../domain/quote-snapshot.ts';

/** Files as staff and customers see them: with an address that opens each for five minutes. */
export const attachmentsView = (ctx: Ctx, files: readonly SnapshotAttachment[]) =>
  files.map(({ id, name, contentType, size }) => ({
    id,
    name,
    contentType,
    size,
    url: documentAddress(ctx, 'attachments', id),
  }));
