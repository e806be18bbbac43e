import { PageHead } from '../../ui/page.tsx';
import { MoneyFigures } from './money-figures.tsx';
import { PaymentHistory } from './payment-history.tsx';
import { PaymentList } from './payment-list.tsx';

/** The money at a glance: how it stands, how it came in lately, and each payment. */
export function PaymentsScreen() {
  return (
    <div>
      <PageHead title="Payments" lead="Money that came, was promised, or did not go through." />
      <MoneyFigures />
      <PaymentHistory />
      <PaymentList />
    </div>
  );
}
