import { useEffect, useRef } from 'react';
import type { Problem } from './problem.ts';

/** Takes the focus when it appears, and leads to each field. */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <p>
        <strong>
          {problems.length === 1
            ? 'One thing needs your attention'
            : `${problems.length} things need your attention`}
        </strong>
      </p>
      <ul>
        {problems.map(({ at, message }) => (
          <li key={message}>{at ? <ToField at={at}>{message}</ToField> : message}</li>
        ))}
      </ul>
    </div>
  );
}

/** Not followed as a link: the fragment of the address belongs to the page's own places. */
function ToField({ at, children }: { at: string; children: string }) {
  return (
    <button type="button" className="as-link" onClick={() => document.getElementById(at)?.focus()}>
      {children}
    </button>
  );
}

export function FieldProblem({ problems, at }: { problems: readonly Problem[]; at: string }) {
  const found = problems.find((problem) => problem.at === at);
  if (!found) return null;
  return (
    <p className="field-problem" id={`${at}-problem`}>
      {found.message}
    </p>
  );
}

/** What a control says about itself when its field has a problem. */
export function marked(problems: readonly Problem[], at: string, hint?: string) {
  const wrong = problems.some((problem) => problem.at === at);
  const described = [wrong ? `${at}-problem` : null, hint ?? null].filter(Boolean).join(' ');
  return { id: at, 'aria-invalid': wrong, ...(described ? { 'aria-describedby': described } : {}) };
}
