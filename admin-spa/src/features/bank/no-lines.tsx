import type { BankLineStatus } from '../../gql/graphql.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';

const titles: Record<BankLineStatus, string> = {
  TO_MATCH: 'Nothing waits to be matched',
  MATCHED: 'No line is matched yet',
  IGNORED: 'No line was put aside',
  OUTGOING: 'No money went out',
};

const words: Record<BankLineStatus, string> = {
  TO_MATCH:
    'Download a statement from your bank as CSV, OFX or CAMT.053 and drop it above. Every transfer then stands here beside the invoice that it most likely pays, for you to confirm. A line that came before is known again, so periods may overlap.',
  MATCHED: 'What you confirm stands here, with its receipts.',
  IGNORED: 'Money that is for none of your invoices can be put aside with a reason, and taken back later.',
  OUTGOING: 'What you paid is kept for the books. Refunds by transfer are recognised among it.',
};

export function NoLines({ status, narrowed }: { status: BankLineStatus; narrowed: boolean }) {
  return (
    <Empty
      icon="bank"
      title={narrowed ? 'No line fits' : titles[status]}
      action={
        narrowed && (
          <ButtonLink to="/bank" search={{ status }} variant="default">
            Show all of them
          </ButtonLink>
        )
      }
    >
      {narrowed ? 'Try other words, or look at the lines of all statements.' : words[status]}
    </Empty>
  );
}
