import { useState } from 'react';

type Props = { label: string; value: string; copy?: string };

/** One detail of a transfer, to be taken over into the bank's form without typing; `copy` is what that form takes. */
export function CopyRow({ label, value, copy: text = value }: Props) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    // a browser may refuse; then the text is still there to be marked
    const went = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(went);
    if (went) setTimeout(() => setCopied(false), 2500);
  }
  return (
    <div className="copy-row">
      <dt>{label || 'Details'}</dt>
      <dd>
        <span>{value}</span>
        {'clipboard' in navigator && (
          <button type="button" className="quiet" onClick={() => void copy()}>
            <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
            <span className="sr-only"> {label || value}</span>
          </button>
        )}
      </dd>
    </div>
  );
}
