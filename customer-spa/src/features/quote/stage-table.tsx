import type { Money } from '@countersign/api/domain/money';
import type { Quote_AllFragment, StageDue } from '../../gql/graphql.ts';
import { Amount, rateText } from '../../ui/figures.tsx';

type Props = { quote: Quote_AllFragment; amounts: readonly Money[]; note: string };

const when: Record<StageDue, string> = {
  ON_SIGNING: 'invoiced at signing',
  ON_MILESTONE: 'invoiced when it is reached',
};

export function StageTable({ quote, amounts, note }: Props) {
  return (
    <section aria-labelledby="stages-title">
      <h2 id="stages-title">How it is paid</h2>
      <table className="figures">
        <caption>
          In {quote.stages.length === 1 ? 'one invoice' : `${quote.stages.length} invoices`}. {note}
        </caption>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {quote.stages.map(({ id, label, share, due }, index) => (
            <tr key={id}>
              <th scope="row">
                {label}
                <span className="fine under">
                  {rateText(share)} · {when[due]}
                </span>
              </th>
              <td>{amounts[index] && <Amount money={amounts[index]} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
