import { isLocalDate, type LocalDate } from '@countersign/api/domain/local-date';
import { useState, type FormEvent } from 'react';
import { useClient, useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import { faultSentence } from '../../ui/answer.tsx';
import { Field } from '../../ui/field.tsx';
import { PdfButton } from '../../ui/pdf-button.tsx';
import type { Problem } from '../../ui/problem.ts';
import { ErrorSummary } from '../../ui/problems.tsx';
import { slipsOf, thisYear } from './period.ts';
import { StatementTable } from './statement-table.tsx';

const AccountStatement_Read = graphql(`
  query AccountStatement_Read($from: Date!, $to: Date!) {
    portalStatements(from: $from, to: $to) {
      currency
      opening {
        amount
        currency
      }
      closing {
        amount
        currency
      }
      lines {
        day
        kind
        number
        charged {
          amount
          currency
        }
        paid {
          amount
          currency
        }
        balance {
          amount
          currency
        }
      }
      pdfUrl
    }
  }
`);

/** What was charged and paid in a period that the customer chooses; this year to begin with. */
export function AccountStatement({ today }: { today: LocalDate }) {
  const client = useClient();
  const [period, setPeriod] = useState(() => thisYear(today));
  const [from, setFrom] = useState<string>(period.from);
  const [to, setTo] = useState<string>(period.to);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ data, error }] = useQuery({ query: AccountStatement_Read, variables: period });
  const pdf = (currency: string) => async () => {
    const answer = await client.query(AccountStatement_Read, period, { requestPolicy: 'network-only' });
    return answer.data?.portalStatements.find((one) => one.currency === currency)?.pdfUrl ?? null;
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    const slips = slipsOf(from, to);
    setProblems(slips);
    if (slips.length === 0 && isLocalDate(from) && isLocalDate(to)) setPeriod({ from, to });
  }

  return (
    <section aria-labelledby="statement-title">
      <h2 id="statement-title">Statement of account</h2>
      <form className="period no-print" noValidate onSubmit={submit} aria-label="Period of the statement">
        <ErrorSummary problems={problems} />
        <Field
          at="statement-from"
          label="From"
          type="date"
          value={from}
          onText={setFrom}
          problems={problems}
        />
        <Field at="statement-to" label="To" type="date" value={to} onText={setTo} problems={problems} />
        <button type="submit" className="secondary">
          Show
        </button>
      </form>
      <div aria-live="polite">
        {!data && error && <p>{faultSentence(error)}</p>}
        {data?.portalStatements.length === 0 && <p>Nothing was charged or paid up to then.</p>}
      </div>
      {data?.portalStatements.map((statement) => (
        <div key={statement.currency}>
          <StatementTable statement={statement} from={period.from} />
          <div className="actions no-print">
            <PdfButton address={pdf(statement.currency)}>
              Open the statement PDF{data.portalStatements.length > 1 && ` in ${statement.currency}`}
            </PdfButton>
          </div>
        </div>
      ))}
    </section>
  );
}
