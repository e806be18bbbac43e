/** Something that whoever runs this machine can mend: its message is one line that says what, and needs no stack. */
export class OperatorProblem extends Error {}

/** The disk is full, read-only, or somebody else's: nothing that a stack would help with. */
const storage = /^(SQLITE_(FULL|CANTOPEN|READONLY|IOERR)\w*|ENOSPC|EROFS|EACCES|EPERM|EDQUOT)$/;

/** The one line that says it, when one line can. */
function lineOf(error: unknown): string | null {
  if (error instanceof OperatorProblem) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!(error instanceof Error) || !storage.test(code)) return null;
  return `The storage cannot be used (${code}): ${error.message}. Look whether the disk is full or read-only, and whether this user may write to DATABASE_URL and DATA_DIR.`;
}

/** Ends the process with one line for what the operator can mend, and with everything for what we have to. */
export function endWith(error: unknown): never {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${lineOf(error) ?? text}\n`);
  process.exit(1);
}
