import forms from '../../../ui/form.module.css';
import { useFormat } from '../../../ui/format.ts';
import { Panel } from '../../../ui/page.tsx';
import { DetailField } from './detail-field.tsx';
import { useDesk } from './editor-store.ts';
import { MoreDetails } from './more-details.tsx';

/** What the quote is about and how long it is good for; the rest of its conditions unfolds. */
export function DetailsPanel() {
  const { usualTerms } = useDesk();
  const format = useFormat();
  return (
    <Panel title="Quote">
      <div className={forms.form}>
        <DetailField name="title" label="Title" placeholder="Website migration" maxLength={200} required />
        <div className={forms.pair}>
          <DetailField name="validUntil" label="Valid until" type="date" min={format.today()} required />
          <DetailField
            name="paymentTermsDays"
            label="Payment terms in days"
            placeholder={`${usualTerms}, as agreed in general`}
          />
        </div>
        <MoreDetails />
      </div>
    </Panel>
  );
}
