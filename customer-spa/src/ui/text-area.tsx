import type { Problem } from './problem.ts';
import { FieldProblem, marked } from './problems.tsx';
import { takeFocus } from './take-focus.ts';

type Props = {
  at: string;
  label: string;
  hint: string;
  most: number;
  value: string;
  problems: readonly Problem[];
  onText: (text: string) => void;
};

/** A field for more than a line. It appears because somebody asked for it. */
export function TextArea({ at, label, hint, most, value, problems, onText }: Props) {
  const hintId = hint ? `${at}-hint` : undefined;
  return (
    <div className="field">
      <label htmlFor={at}>{label}</label>
      {hint && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
      <textarea
        ref={takeFocus}
        rows={4}
        maxLength={most}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
        {...marked(problems, at, hintId)}
      />
      <FieldProblem problems={problems} at={at} />
    </div>
  );
}
