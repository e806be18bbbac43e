import type { ReactNode } from 'react';
import styles from './markdown-text.module.css';

/** Bold and italics within a line; everything else stays as it was typed. */
function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/).map((part, index) => {
    if (part.startsWith('**') && part.length > 4) return <strong key={index}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('*') && part.length > 2) return <em key={index}>{part.slice(1, -1)}</em>;
    return part;
  });
}

/**
 * Markdown at a glance for staff: headings, lists and paragraphs, as React text, never as HTML. What customers see
 * is parsed by the server when the quote is approved.
 */
export function MarkdownText({ source }: { source: string }) {
  return (
    <div className={styles.text}>
      {source.split('\n').map((line, index) => {
        const heading = /^#{1,6}\s+(.*)$/.exec(line);
        if (heading) return <p key={index} data-kind="heading" children={inline(heading[1] ?? '')} />;
        const bullet = /^\s*[-*+]\s+(.*)$/.exec(line);
        if (bullet) return <p key={index} data-kind="bullet" children={inline(bullet[1] ?? '')} />;
        return line.trim() === '' ? <br key={index} /> : <p key={index} children={inline(line)} />;
      })}
    </div>
  );
}
