import type { QuoteHeadFragment } from '../../gql/graphql.ts';
import { OnBehalfDialog } from '../../on-behalf/on-behalf-dialog.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { ChangeOrderDialog } from './change-order-dialog.tsx';
import { ExpiryDialog } from './expiry-dialog.tsx';
import { CancelDialog, ReturnDialog } from './note-dialog.tsx';
import { SaveTemplateDialog } from './save-template-dialog.tsx';

/** The steps of a quote that ask something first. */
export type Asked = 'APPROVE' | 'RETURN' | 'CANCEL' | 'CHANGE_EXPIRY' | 'TEMPLATE' | 'ON_BEHALF' | 'CHANGE';

type Props = { quote: QuoteHeadFragment; asked: Asked | null; onClose: () => void };

export function QuoteDialogs({ quote, asked, onClose }: Props) {
  const dialog = (name: Asked) => ({ opened: asked === name, onClose });
  return (
    <>
      <ApproveDialog quote={quote} {...dialog('APPROVE')} />
      <ReturnDialog quote={quote} {...dialog('RETURN')} />
      <CancelDialog quote={quote} {...dialog('CANCEL')} />
      <ExpiryDialog quote={quote} {...dialog('CHANGE_EXPIRY')} />
      <OnBehalfDialog quoteId={quote.id} {...dialog('ON_BEHALF')} />
      <ChangeOrderDialog quote={quote} {...dialog('CHANGE')} />
      <SaveTemplateDialog quoteId={quote.id} {...dialog('TEMPLATE')} />
    </>
  );
}
