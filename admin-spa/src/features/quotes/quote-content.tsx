import { graphql } from '../../gql/gql.ts';
import type { QuoteContentFragment } from '../../gql/graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { MarkdownText } from '../../ui/markdown-text.tsx';
import { Panel } from '../../ui/page.tsx';
import { QuoteLines } from './quote-lines.tsx';
import { QuoteOptions } from './quote-options.tsx';
import { QuoteTotals } from './quote-totals.tsx';
import styles from './quote-content.module.css';

graphql(`
  fragment QuoteContent on Quote {
    scope
    terms
    pricesIncludeTax
    ...QuoteLines
    ...QuoteOptions
    ...QuoteTotals
  }
`);

export function QuoteContent({ quote }: { quote: QuoteContentFragment }) {
  return (
    <>
      {quote.scope && (
        <Panel title="Scope">
          <MarkdownText source={quote.scope} />
        </Panel>
      )}
      <Panel title="Lines and options" aside={<TaxNote inside={quote.pricesIncludeTax} />} flush>
        {quote.lines.length === 0 ? (
          <p className={styles.none}>No line yet. A quote needs at least one.</p>
        ) : (
          <QuoteLines quote={quote} />
        )}
        <QuoteOptions quote={quote} />
        <QuoteTotals quote={quote} />
      </Panel>
      {quote.terms && (
        <Panel title="Terms">
          <MarkdownText source={quote.terms} />
        </Panel>
      )}
    </>
  );
}

function TaxNote({ inside }: { inside: boolean }) {
  const { taxLabel } = useFormat();
  return <span className="dim">{inside ? `Prices include ${taxLabel}` : `Prices without ${taxLabel}`}</span>;
}
