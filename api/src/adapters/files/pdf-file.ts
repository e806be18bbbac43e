import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { fileLimits, type FileProblem } from '../../domain/attachment.ts';
import type { CleanReply } from './messages.ts';

const names = (...list: string[]): ReadonlySet<PDFObject> => new Set(list.map((name) => PDFName.of(name)));

/** What a dictionary of a paper has no use for: programs, files inside, forms that are programs. */
const activeKeys = ['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'XFA', 'RichMediaContent'].map((name) =>
  PDFName.of(name),
);
const activeActions = names(
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'GoToR',
  'GoToE',
  'Rendition',
  'RichMediaExecute',
);
const activeParts = names('EmbeddedFile', 'FileAttachment', 'RichMedia', 'Movie', 'Sound', 'Screen', '3D');
const unsafeAddress = /^\s*(javascript|vbscript|file|data):/i;

/** The paper written anew from the parts that its pages reach; refused when it is more than a paper. */
export async function cleanPdf(bytes: Uint8Array): Promise<CleanReply> {
  const document = await load(bytes);
  if (document === 'ENCRYPTED') return { problem: document };
  const { context } = document;
  const { reached, problem } = inspect(context);
  if (problem !== null) return { problem };
  const pages = document.getPageCount();
  if (pages === 0) return { problem: 'UNREADABLE' };
  if (pages > fileLimits.pages) return { problem: 'TOO_MANY_PAGES' };
  // What nothing refers to is never shown; there is no other reason to carry it than to hide it.
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
  const options = { addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity };
  return { bytes: await document.save({ ...options, useObjectStreams: true, rewrite: true }) };
}

async function load(bytes: Uint8Array): Promise<PDFDocument | 'ENCRYPTED'> {
  try {
    return await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: ParseSpeeds.Fastest,
    });
  } catch (error) {
    // Scrambled objects can look broken before anybody asks for the key.
    if (error instanceof EncryptedPDFError || Buffer.from(bytes).includes('/Encrypt')) return 'ENCRYPTED';
    throw error;
  }
}

/** Everything that can be reached from the root, walked without recursion: a file may nest as deep as it likes. */
function inspect(context: PDFContext): { reached: Set<PDFRef>; problem: FileProblem | null } {
  const reached = new Set<PDFRef>();
  const { Root, Info } = context.trailerInfo;
  const waiting: (PDFObject | undefined)[] = [Root, Info];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof PDFRef) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(context.lookup(next));
    } else if (next instanceof PDFArray) {
      for (const item of next.asArray()) waiting.push(item);
    } else {
      const dict = next instanceof PDFStream ? next.dict : next;
      if (!(dict instanceof PDFDict)) continue;
      const problem = problemOf(dict);
      if (problem !== null) return { reached, problem };
      for (const value of dict.values()) waiting.push(value);
    }
  }
  return { reached, problem: null };
}

function problemOf(dict: PDFDict): FileProblem | null {
  if (dict.has(PDFName.of('ByteRange'))) return 'SIGNED';
  const value = (name: string): PDFObject | undefined => dict.lookup(PDFName.of(name));
  const is = (list: ReadonlySet<PDFObject>, found: PDFObject | undefined) =>
    found !== undefined && list.has(found);
  const address = value('URI');
  const isActive =
    activeKeys.some((key) => dict.has(key)) ||
    is(activeActions, value('S')) ||
    is(activeParts, value('Type')) ||
    is(activeParts, value('Subtype')) ||
    ((address instanceof PDFString || address instanceof PDFHexString) &&
      unsafeAddress.test(address.decodeText()));
  return isActive ? 'ACTIVE' : null;
}
