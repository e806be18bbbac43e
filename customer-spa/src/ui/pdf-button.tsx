import { useState, type ReactNode } from 'react';

type Props = { children: ReactNode; address: () => Promise<string | null>; className?: string };

/** The address of a file lives for five minutes, so it is asked for when it is wanted. */
export function PdfButton({ children, address, className = 'secondary' }: Props) {
  const [state, setState] = useState<'IDLE' | 'ASKING' | 'FAILED'>('IDLE');
  async function open() {
    if (state === 'ASKING') return;
    setState('ASKING');
    // opened at once and filled later: phones block windows that open after waiting
    const tab = window.open('', '_blank');
    const url = await address();
    if (!url) tab?.close();
    else if (tab) tab.location.replace(url);
    else location.assign(url);
    setState(url ? 'IDLE' : 'FAILED');
  }
  return (
    <>
      <button
        type="button"
        className={className}
        aria-disabled={state === 'ASKING'}
        onClick={() => void open()}
      >
        {children}
      </button>
      <p aria-live="polite" className="field-problem">
        {state === 'FAILED' && 'It did not open. Please try again in a moment.'}
      </p>
    </>
  );
}
