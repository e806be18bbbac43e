import type { InputHTMLAttributes } from 'react';
import type { Problem } from './problem.ts';
import { FieldProblem, marked } from './problems.tsx';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange'> & {
  at: string;
  label: string;
  hint?: string;
  problems: readonly Problem[];
  onText: (text: string) => void;
};

export function Field({ at, label, hint, problems, onText, ...input }: Props) {
  const hintId = hint ? `${at}-hint` : undefined;
  return (
    <div className="field">
      <label htmlFor={at}>{label}</label>
      {hint && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
      <input
        {...input}
        {...marked(problems, at, hintId)}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <FieldProblem problems={problems} at={at} />
    </div>
  );
}
