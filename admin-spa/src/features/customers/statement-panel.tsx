import { addDays, isLocalDate, type LocalDate } from '@countersign/api/domain/local-date';
import { minor } from '@countersign/api/domain/money';
import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { Amount } from '../../ui/amount.tsx';
import { useFormat } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/page.tsx';
import styles from './credit.module.css';

const Statements = graphql(`
  query StatementPanel($customerId: ID!, $from: Date!, $to: Date!) {
    customerStatements(customerId: $customerId, from: $from, to: $to) {
      currency
      closing {
        amount
        currency
      }
      pdfUrl
    }
  }
`);

/** The statement of account of a period, a PDF for each currency. */
export function StatementPanel({ customerId }: { customerId: string }) {
  const { today } = useFormat();
  const [from, setFrom] = useState<string>(() => addDays(today(), -365));
  const [to, setTo] = useState<string>(() => today());
  const isPeriod = isLocalDate(from) && isLocalDate(to) && from <= to;
  return (
    <Panel title="Statement of account">
      <div className={styles.days}>
        <TextInput
          label="From"
          type="date"
          value={from}
          max={to}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          label="Until"
          type="date"
          value={to}
          min={from}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      {isPeriod && <Found customerId={customerId} from={from} to={to} />}
    </Panel>
  );
}

function Found(period: { customerId: string; from: LocalDate; to: LocalDate }) {
  const read = useQuery({
    queryKey: ['statements', period],
    queryFn: async () => (await request(Statements, period)).customerStatements,
    placeholderData: keepPreviousData,
    // the addresses of the PDFs are good for five minutes
    refetchInterval: 240_000,
  });
  return (
    <Loaded read={read} rows={1}>
      {(statements) => (
        <ul className={styles.statements}>
          {statements.map(({ currency, closing, pdfUrl }) => (
            <li key={currency}>
              <span>
                {closing.amount < 0 ? 'To their credit' : 'Owed'}:{' '}
                <Amount of={{ ...closing, amount: minor(Math.abs(closing.amount)) }} />
              </span>
              <a href={pdfUrl} target="_blank" rel="noreferrer">
                PDF in {currency}
              </a>
            </li>
          ))}
          {statements.length === 0 && <li className="dim">Nothing was charged or paid in this time.</li>}
        </ul>
      )}
    </Loaded>
  );
}
