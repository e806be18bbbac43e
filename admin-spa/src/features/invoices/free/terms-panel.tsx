import { addDays } from '@countersign/api/domain/local-date';
import { TextInput } from '@mantine/core';
import { Day } from '../../../ui/day.tsx';
import forms from '../../../ui/form.module.css';
import { useFormat } from '../../../ui/format.ts';
import { Panel } from '../../../ui/page.tsx';
import type { FreeForm } from './free-form.ts';

type Props = {
  form: FreeForm;
  usualDays: number;
  problems: Record<string, string>;
  onChange: (patch: Partial<FreeForm>) => void;
};

/** The usual terms, or other ones with the reason that is printed. */
export function TermsPanel({ form, usualDays, problems, onChange }: Props) {
  const format = useFormat();
  const days = form.termsDays.trim() === '' ? usualDays : Number(form.termsDays);
  const isDays = Number.isInteger(days) && days >= 0 && days <= 365;
  return (
    <Panel title="When it is due">
      <div className={forms.form}>
        <div className={forms.pair}>
          <TextInput
            label="Days to pay"
            name="termsDays"
            description={`Empty: ${usualDays}, as usual.`}
            inputMode="numeric"
            placeholder={String(usualDays)}
            value={form.termsDays}
            error={problems['termsDays']}
            onChange={(event) => onChange({ termsDays: event.currentTarget.value })}
          />
          <TextInput
            label="Why it is another number"
            name="termsNote"
            description="With whom it was agreed; it is printed."
            maxLength={500}
            disabled={form.termsDays.trim() === ''}
            value={form.termsNote}
            error={problems['termsNote']}
            onChange={(event) => onChange({ termsNote: event.currentTarget.value })}
          />
        </div>
        {isDays && (
          <p className="dim">
            Issued today it is due on <Day on={addDays(format.today(), days)} />.
          </p>
        )}
      </div>
    </Panel>
  );
}
