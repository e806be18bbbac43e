import type { MinorUnits } from '@countersign/api/domain/money';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { Amount } from '../../ui/figures.tsx';
import { stageWords } from './stage-words.ts';

type Props = { quote: Quote_AllFragment; amounts: readonly MinorUnits[]; note: string };

export function StageTable({ quote, amounts, note }: Props) {
  const { stages, currency } = quote;
  if (stages.length === 0) return null;
  return (
    <section aria-labelledby="stages-title">
      <h2 id="stages-title">How it is paid</h2>
      <table className="figures">
        <caption>
          In {stages.length === 1 ? 'one invoice' : `${stages.length} invoices`}. {note}
        </caption>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage, index) => (
            <tr key={stage.id}>
              <th scope="row">
                {stage.label}
                <span className="fine under">{stageWords(stage)}</span>
              </th>
              <td>
                {amounts[index] !== undefined && <Amount money={{ amount: amounts[index], currency }} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
