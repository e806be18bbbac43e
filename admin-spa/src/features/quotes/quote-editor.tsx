import { Textarea } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { PickedCustomerFragment, QuoteInput } from '../../gql/graphql.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { Panel } from '../../ui/page.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import type { Write } from '../../write.ts';
import { CustomerPicker } from './customer-picker.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { LinesGrid } from './lines-grid.tsx';
import { OptionsGrid } from './options-grid.tsx';
import { QuoteDetails } from './quote-details.tsx';
import styles from './quote-editor.module.css';
import type { QuoteForm } from './quote-form.ts';
import { inputOf } from './quote-input.ts';
import { fieldOf } from './refused-field.ts';
import { StagesGrid } from './stages-grid.tsx';
import { TotalsPanel } from './totals-panel.tsx';

export type Company = { currency: string; paymentTermsDays: number; defaultRate: string };

type Props = {
  company: Company;
  start: QuoteForm;
  /** Who it is for; a draft keeps its customer. */
  customer: PickedCustomerFragment | null;
  fixed: boolean;
  write: Pick<Write<never, never>, 'busy' | 'refusal' | 'fault'>;
  /** What stands over the form when the draft was changed by somebody else. */
  conflict?: ReactNode;
  /** Saves and says whether it is saved; then leaving is free. */
  onSave: (quote: QuoteInput, customerId: string) => Promise<boolean>;
  onSaved: () => Promise<void>;
};

export function QuoteEditor({
  company,
  start,
  customer: given,
  fixed,
  write,
  conflict,
  onSave,
  onSaved,
}: Props) {
  const form = useForm<QuoteForm>({ defaultValues: start, mode: 'onTouched' });
  const { isDirty, errors } = form.formState;
  const [customer, setCustomer] = useState(given);
  const currency = customer?.currency ?? company.currency;
  const saved = useRef(false);
  const blocker = useBlocker({
    shouldBlockFn: () => isDirty && !saved.current,
    enableBeforeUnload: () => isDirty && !saved.current,
    withResolver: true,
  });
  const { refusal } = write;
  useEffect(() => {
    const field = fieldOf(refusal, form.getValues());
    if (field && refusal) form.setError(field, { message: refusal.message }, { shouldFocus: true });
  }, [refusal, form]);
  form.register('customerId', { validate: (id) => id !== '' || 'Who is it for?' });
  const submit = form.handleSubmit(async (entry) => {
    saved.current = await onSave(inputOf(entry, currency), entry.customerId);
    if (saved.current) await onSaved();
  });
  return (
    <FormProvider {...form}>
      <form noValidate onKeyDown={keepEnter} onSubmit={(event) => void submit(event)}>
        <div className={styles.notes}>
          {conflict}
          <RefusalNote refusal={refusal} />
          {!conflict && <FaultNote fault={write.fault} />}
        </div>
        <div className={styles.columns}>
          <div>
            <Panel title="Quote">
              <div className={styles.form}>
                {fixed ? null : (
                  <CustomerPicker
                    picked={customer}
                    problem={errors.customerId?.message}
                    onPick={(picked) => {
                      setCustomer(picked);
                      form.setValue('customerId', picked.id, { shouldDirty: true, shouldValidate: true });
                    }}
                  />
                )}
                <QuoteDetails customer={customer} companyTerms={company.paymentTermsDays} />
              </div>
            </Panel>
            <Panel title="Scope" aside={<span className="dim">Markdown</span>}>
              <Words name="scope" label="Scope of work" max={50_000} rows={5} register={form.register} />
            </Panel>
            <Panel title="Lines" flush>
              <LinesGrid currency={currency} defaultRate={company.defaultRate} />
            </Panel>
            <Panel title="Options" flush>
              <OptionsGrid currency={currency} defaultRate={company.defaultRate} />
            </Panel>
            <Panel title="Payment stages" flush>
              <StagesGrid currency={currency} />
            </Panel>
            <Panel title="Terms" aside={<span className="dim">Markdown</span>}>
              <Words name="terms" label="Terms" max={20_000} rows={4} register={form.register} />
            </Panel>
          </div>
          <div className={styles.side}>
            <TotalsPanel currency={currency} busy={write.busy} />
          </div>
        </div>
      </form>
      <LeaveDialog blocker={blocker} />
    </FormProvider>
  );
}

type WordsProps = {
  name: 'scope' | 'terms';
  label: string;
  max: number;
  rows: number;
  register: ReturnType<typeof useForm<QuoteForm>>['register'];
};

function Words({ name, label, max, rows, register }: WordsProps) {
  return (
    <Textarea aria-label={label} maxLength={max} autosize minRows={rows} maxRows={24} {...register(name)} />
  );
}

/** Enter in a field moves on; it does not save a half-written quote. */
function keepEnter(event: KeyboardEvent) {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
