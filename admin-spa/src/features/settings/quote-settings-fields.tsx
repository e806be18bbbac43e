import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { QuoteSettingsFormFragment } from '../../gql/graphql.ts';
import { amountText, thousandthsText } from '../../ui/entry.ts';
import forms from '../../ui/form.module.css';
import type { Money } from '../../ui/format.ts';

type Props = { company: QuoteSettingsFormFragment; problems: Record<string, string | undefined> };

const amount = (money: Money | null) => (money === null ? '' : amountText(money.amount, money.currency));

/** When a quote needs a second look before it is sent. An empty field switches its rule off. */
export function ApprovalFields({ company: { quoteSettings: quotes, currency }, problems }: Props) {
  return (
    <>
      <div className={forms.pair}>
        <TextInput
          label={`Needs approval above (${currency})`}
          description="Empty: no limit."
          name="approvalLimit"
          inputMode="decimal"
          defaultValue={amount(quotes.approvalLimit)}
          error={problems['approvalLimit']}
        />
        <TextInput
          label="… with a discount above (%)"
          description="Empty: any discount."
          name="approvalDiscountPercent"
          inputMode="decimal"
          defaultValue={
            quotes.approvalDiscountPercent === null ? '' : thousandthsText(quotes.approvalDiscountPercent)
          }
          error={problems['approvalDiscountPercent']}
        />
      </div>
      <TextInput
        label="… with more days to pay than"
        description="Empty: any terms."
        name="approvalTermsDays"
        inputMode="numeric"
        defaultValue={quotes.approvalTermsDays ?? ''}
        error={problems['approvalTermsDays']}
      />
      <Checkbox
        label="The first quote for a client needs approval"
        name="approveNewClients"
        defaultChecked={quotes.approveNewClients}
      />
      <Checkbox
        label="Four eyes: nobody approves what they wrote themselves, where one of these rules asks for approval"
        name="fourEyes"
        defaultChecked={quotes.fourEyes}
      />
      <Checkbox
        label="Writers may send quotes that none of these rules stops"
        name="staffMaySend"
        defaultChecked={quotes.staffMaySend}
      />
    </>
  );
}

export function ProofFields({ company: { quoteSettings: quotes, currency }, problems }: Props) {
  return (
    <div className={forms.pair}>
      <NativeSelect
        label="Signers prove their mailbox"
        description="A quote can ask for another way."
        name="mailboxProof"
        defaultValue={quotes.mailboxProof}
        data={[
          { value: 'NONE', label: 'by the link alone' },
          { value: 'TYPED', label: 'by giving their address' },
          { value: 'CODE', label: 'by a code that we mail' },
        ]}
      />
      <TextInput
        label={`A code in any case from (${currency})`}
        description="Empty: never in any case."
        name="codeFrom"
        inputMode="decimal"
        defaultValue={amount(quotes.codeFrom)}
        error={problems['codeFrom']}
      />
    </div>
  );
}

export function FollowUpFields({ company: { quoteSettings: quotes }, problems }: Props) {
  return (
    <div className={forms.pair}>
      <TextInput
        label="Ask after a quote on day"
        description="After sending, until the customer answers: 3, 7."
        name="quoteFollowUpDays"
        defaultValue={quotes.quoteFollowUpDays.join(', ')}
        error={problems['quoteFollowUpDays']}
      />
      <TextInput
        label="Announce its end so many days before"
        description="Empty: never."
        name="expiryNoticeDays"
        inputMode="numeric"
        defaultValue={quotes.expiryNoticeDays ?? ''}
        error={problems['expiryNoticeDays']}
      />
    </div>
  );
}

export function TaxFields({ company: { quoteSettings: quotes }, problems }: Props) {
  return (
    <>
      <NativeSelect
        label="Tax is rounded"
        name="taxRounding"
        defaultValue={quotes.taxRounding}
        data={[
          { value: 'DOCUMENT', label: 'once per rate, on the sum (EN 16931)' },
          { value: 'LINE', label: 'on each line' },
        ]}
      />
      <Textarea
        label="Sentence for reverse charge"
        name="reverseChargeNote"
        autosize
        maxLength={500}
        defaultValue={quotes.reverseChargeNote}
        error={problems['reverseChargeNote']}
      />
      <Textarea
        label="Sentence for what is exempt"
        name="exemptNote"
        autosize
        maxLength={500}
        defaultValue={quotes.exemptNote}
        error={problems['exemptNote']}
      />
    </>
  );
}
