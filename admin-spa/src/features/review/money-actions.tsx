import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ReviewAction, ReviewCardFragment } from '../../gql/graphql.ts';
import { ApproveInvoiceDialog, ReturnInvoiceDialog } from '../../money/approve-invoice-dialog.tsx';
import { RefundDecision } from '../../money/refund-decision.tsx';
import { RefundDialog } from '../../money/refund-dialog.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { ResendButton } from './resend-button.tsx';

/** What is drawn here. */
export const moneyActions: ReadonlySet<ReviewAction> = new Set([
  'APPROVE_INVOICE',
  'APPROVE_REFUND',
  'CONFIRM_REFUND',
  'REFUND_PAYMENT',
  'ANSWER_DISPUTE',
  'MATCH_BANK_LINE',
  'RESEND_MAIL',
]);

type Item = Pick<ReviewCardFragment, 'actions' | 'quote' | 'invoice' | 'payment' | 'subjectId'>;
type Invoice = NonNullable<Item['invoice']>;

/** What settles an item about money or a mail: in place where one question is enough, otherwise on the page that does it. */
export function MoneyActions({ item }: { item: Item }) {
  const { actions, invoice, payment } = item;
  const refund = payment?.refunds.find(({ id }) => id === item.subjectId) ?? null;
  return (
    <>
      {actions.includes('APPROVE_INVOICE') && invoice && <Approval invoice={invoice} />}
      {(actions.includes('APPROVE_REFUND') || actions.includes('CONFIRM_REFUND')) &&
        (refund !== null && refund.actions.length > 0 ? (
          <RefundDecision refund={refund} size="xs" />
        ) : (
          <OnInvoice invoice={invoice}>See the refund…</OnInvoice>
        ))}
      {actions.includes('REFUND_PAYMENT') && invoice && (
        <GiveBack invoiceId={invoice.id} paymentId={payment?.id ?? null} />
      )}
      {actions.includes('RESEND_MAIL') && item.subjectId && (
        <ResendButton
          mailId={item.subjectId}
          customerId={invoice?.customer.id ?? item.quote?.customer.id ?? null}
        />
      )}
      {actions.includes('MATCH_BANK_LINE') && (
        <ButtonLink
          size="xs"
          to="/bank"
          search={item.subjectId === null ? { status: 'TO_MATCH' } : { line: item.subjectId }}
        >
          Match the line…
        </ButtonLink>
      )}
      {actions.includes('ANSWER_DISPUTE') && <OnInvoice invoice={invoice}>Answer the dispute…</OnInvoice>}
    </>
  );
}

function Approval({ invoice }: { invoice: Invoice }) {
  const [asked, setAsked] = useState<'APPROVE' | 'RETURN' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsked('RETURN')}>
        Give back…
      </Button>
      <Button size="xs" onClick={() => setAsked('APPROVE')}>
        Approve and issue…
      </Button>
      <ApproveInvoiceDialog invoice={invoice} opened={asked === 'APPROVE'} onClose={close} />
      <ReturnInvoiceDialog invoice={invoice} opened={asked === 'RETURN'} onClose={close} />
    </>
  );
}

function GiveBack({ invoiceId, paymentId }: { invoiceId: string; paymentId: string | null }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="xs" onClick={() => setOpened(true)}>
        Give money back…
      </Button>
      <RefundDialog
        invoiceId={invoiceId}
        paymentId={paymentId}
        opened={opened}
        onClose={() => setOpened(false)}
      />
    </>
  );
}

function OnInvoice({ invoice, children }: { invoice: Item['invoice']; children: ReactNode }) {
  if (!invoice) return null;
  return (
    <ButtonLink size="xs" to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }}>
      {children}
    </ButtonLink>
  );
}
