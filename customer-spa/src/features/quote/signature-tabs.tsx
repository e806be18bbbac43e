import type { KeyboardEvent } from 'react';
import type { SignatureMethod } from '../../gql/graphql.ts';
import type { Problem } from '../../ui/problem.ts';
import { FieldProblem } from '../../ui/problems.tsx';
import { DrawingPad } from './drawing-pad.tsx';
import type { Stroke } from './strokes.ts';

type Props = {
  method: SignatureMethod;
  onMethod: (method: SignatureMethod) => void;
  name: string;
  strokes: readonly Stroke[];
  onStrokes: (strokes: Stroke[]) => void;
  problems: readonly Problem[];
};

const labels: Record<SignatureMethod, string> = { TYPED: 'Type', DRAWN: 'Draw' };
const methods = ['TYPED', 'DRAWN'] as const;

export function SignatureTabs({ method, onMethod, name, strokes, onStrokes, problems }: Props) {
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = method === 'TYPED' ? 'DRAWN' : 'TYPED';
    onMethod(other);
    document.getElementById(`tab-${other}`)?.focus();
  }
  const isWrong = problems.some(({ at }) => at === 'sign-drawing');
  return (
    <div className="field signature">
      <p className="label" id="signature-label">
        Signature
      </p>
      <div className="tabs" role="tablist" aria-labelledby="signature-label">
        {methods.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === method}
            aria-controls={`panel-${each}`}
            tabIndex={each === method ? 0 : -1}
            onClick={() => onMethod(each)}
            onKeyDown={onKey}
          >
            {labels[each]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="panel-TYPED" aria-labelledby="tab-TYPED" hidden={method !== 'TYPED'}>
        <p className="paper typed">
          {name.trim() || <span className="placeholder">Your name, as typed above</span>}
        </p>
      </div>
      <div role="tabpanel" id="panel-DRAWN" aria-labelledby="tab-DRAWN" hidden={method !== 'DRAWN'}>
        {method === 'DRAWN' && (
          <DrawingPad
            strokes={strokes}
            onStrokes={onStrokes}
            problemId={isWrong ? 'sign-drawing-problem' : undefined}
          />
        )}
      </div>
      <FieldProblem problems={problems} at="sign-drawing" />
    </div>
  );
}
