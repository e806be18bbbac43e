import type { PaymentQrStandard } from '../../gql/graphql.ts';

type Props = { qr: { standard: PaymentQrStandard; label: string; path: string; size: number } };

const names: Readonly<Record<PaymentQrStandard, string>> = {
  EPC: 'SEPA payment code (EPC)',
  SWISS_QR: 'Swiss QR code',
  PAYNOW: 'PayNow',
};

/** Black on white in the dark as well: that is what banks' apps read. */
export function PaymentQr({ qr: { standard, label, path, size } }: Props) {
  return (
    <figure className="payment-qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={`${names[standard]}: ${label}`}>
        <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
        <path fill="#000" fillRule="evenodd" d={path} />
      </svg>
      <figcaption>
        <strong>{names[standard]}</strong>
        <span className="under">Scan it with your bank’s app: it fills in {label}.</span>
        <span className="fine under">On the phone that you pay with, copy the fields instead.</span>
      </figcaption>
    </figure>
  );
}
