import { TextInput } from '@mantine/core';
import type { PaymentQrStandard, PaymentSettingsFormFragment } from '../../gql/graphql.ts';
import { amountText } from '../../ui/entry.ts';
import forms from '../../ui/form.module.css';

type Props = { company: PaymentSettingsFormFragment; problems: Record<string, string | undefined> };
type Field = keyof PaymentSettingsFormFragment['paymentSettings']['bankAccount'];

const codes: Record<PaymentQrStandard, string> = {
  EPC: 'Invoices in this currency get a SEPA payment code.',
  SWISS_QR: 'Invoices in this currency get a Swiss QR code.',
  PAYNOW: 'Invoices in this currency get a PayNow code.',
};

/** The account as fields; payment codes are made of them. Invoices that are issued keep theirs. */
export function BankAccountFields({ company: { paymentSettings, currency }, problems }: Props) {
  const { bankAccount, paymentQr } = paymentSettings;
  const field = (name: Field, label: string, maxLength: number) => (
    <TextInput
      label={label}
      name={name}
      maxLength={maxLength}
      defaultValue={bankAccount[name]}
      error={problems[name]}
      autoComplete="off"
    />
  );
  return (
    <fieldset className={forms.section}>
      <legend>Bank account for payment codes</legend>
      <p className="dim">
        {paymentQr === null
          ? `Invoices in ${currency} get no payment code now. There is one for euros, for francs, and for Singapore dollars.`
          : codes[paymentQr]}{' '}
        What customers read about transfers stands under “Company”.
      </p>
      {field('holder', 'Account holder', 70)}
      <div className={forms.pair}>
        {field('iban', 'IBAN', 42)}
        {field('bic', 'BIC', 11)}
      </div>
      <div className={forms.pair}>
        {field('street', 'Street', 70)}
        {field('houseNumber', 'House number', 16)}
      </div>
      <div className={forms.pair}>
        {field('postalCode', 'Postal code', 16)}
        {field('town', 'Town', 35)}
        {field('country', 'Country', 2)}
      </div>
      {field('payNow', 'PayNow: UEN or mobile number (Singapore)', 20)}
    </fieldset>
  );
}

export function RefundFields({ company: { paymentSettings, currency }, problems }: Props) {
  const { refundLimit, claimPauseDays } = paymentSettings;
  return (
    <fieldset className={forms.section}>
      <legend>Refunds and reminders</legend>
      <div className={forms.pair}>
        <TextInput
          label={`Refunds need a second person from (${currency})`}
          description="Empty: never."
          name="refundLimit"
          inputMode="decimal"
          defaultValue={refundLimit === null ? '' : amountText(refundLimit.amount, refundLimit.currency)}
          error={problems['refundLimit']}
        />
        <TextInput
          label="“I have paid” silences reminders for (days)"
          description="0: not at all."
          name="claimPauseDays"
          inputMode="numeric"
          defaultValue={claimPauseDays}
          error={problems['claimPauseDays']}
        />
      </div>
    </fieldset>
  );
}
