/** Something that whoever runs this machine can mend: its message is one line that says what, and needs no stack. */
export class OperatorProblem extends Error {}

/** Ends the process with one line for what the operator can mend, and with everything for what we have to. */
export function endWith(error: unknown): never {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${error instanceof OperatorProblem ? error.message : text}\n`);
  process.exit(1);
}
