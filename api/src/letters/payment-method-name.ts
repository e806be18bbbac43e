const names = { CARD: 'Card', CASH: 'Cash', BANK_TRANSFER: 'Bank transfer' } as const;

export type PaymentMethodWord = keyof typeof names;

export function paymentMethodName(method: PaymentMethodWord): string {
  return names[method];
}
