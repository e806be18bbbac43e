import type { FileKind, FileProblem } from '../../domain/attachment.ts';
import type { ReadStatement, StatementReading } from '../../domain/bank/reading.ts';

/** What the server and the process that opens a file say to each other: one request, one answer, and it is over. */
export type CleanRequest = Readonly<{ kind: FileKind; bytes: Uint8Array; asLogo: boolean }>;

export type CleanReply = Readonly<{ bytes: Uint8Array } | { problem: FileProblem }>;

export type StatementRequest = Readonly<{ kind: 'STATEMENT'; bytes: Uint8Array; reading: StatementReading }>;

export type FileRequest = CleanRequest | StatementRequest;

export type FileReply = CleanReply | ReadStatement;
