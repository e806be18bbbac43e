import { isSignedBy } from '../adapters/signing-key.ts';
import {
  checkPack,
  type EvidencePack,
  type PackCheck,
  packText,
  type PackTools,
} from '../domain/evidence-pack.ts';
import { sha256 } from '../sha256.ts';
import { packSchema } from './pack-schema.ts';

/** The verdict on a file: each part that was looked at, and the file itself when it can be read. */
export type PackVerdict = { pack: EvidencePack | null; checks: readonly PackCheck[]; usedOwnKeys: boolean };

const shape = 'The shape of the file';

/**
 * Looks at every part of an evidence file. With `keys` (by their ids) nothing else is believed; without, the file's own keys are
 * used, which proves that nothing was changed since somebody made it, but not who. Reads no database and asks nobody.
 */
export function judgePack(bytes: Uint8Array, keys: ReadonlyMap<string, string> | null): PackVerdict {
  const usedOwnKeys = keys === null;
  const pack = readPack(bytes);
  if (typeof pack === 'string') return { pack: null, checks: [{ label: shape, problem: pack }], usedOwnKeys };
  const tools = toolsWith(keys ?? new Map(pack.keys.map(({ id, publicKey }) => [id, publicKey])));
  const checks = [{ label: shape, problem: null }, ...checkPack(pack, tools)];
  return { pack, checks, usedOwnKeys };
}

const toolsWith = (keys: ReadonlyMap<string, string>): PackTools => ({
  hashOf: sha256,
  isSigned: isSignedBy,
  bytesOf: (base64) => {
    const bytes = Buffer.from(base64, 'base64');
    return bytes.toString('base64') === base64 ? bytes : null;
  },
  keys,
});

/** The file, or what is wrong with it. There is one spelling of a file, so even a space more is found. */
function readPack(bytes: Uint8Array): EvidencePack | string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const parsed = packSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return 'It is no evidence file of Countersign, or it was changed.';
    return packText(parsed.data) === text ? parsed.data : 'It is not written as it was when it was made.';
  } catch {
    return 'It cannot be read: it was damaged, cut off, or is another kind of file.';
  }
}
