import { useEffect, useRef } from 'react';
import styles from './preview.module.css';

type Props = { quoteId: string; savedAt: number };

/** The customer's page as a telephone shows it: the saved draft, read anew after each save. Looking leaves no tracks. */
export function PreviewFrame({ quoteId, savedAt }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (savedAt === 0) return;
    frame.current?.contentWindow?.postMessage({ type: 'countersign:preview-refresh' }, location.origin);
  }, [savedAt]);
  return (
    <div className={styles.phone}>
      <iframe ref={frame} title="What the customer sees" src={`/q/preview/${quoteId}`} />
    </div>
  );
}
