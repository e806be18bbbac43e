/** The example of the house in figures. Written out by hand: computed ones would share the product's mistakes. */
export const figures = {
  base: '$3,299.00',
  option: '$450.00',
  total: '$3,749.00',
  deposit: '$1,124.70',
  progress: '$1,499.60',
  final: '$1,124.70',
  depositBefore: '$989.70',
} as const;

/** The same ones as GraphQL and the payment provider count them. */
export const minorUnits = { total: 374_900, deposit: 112_470, progress: 149_960 } as const;
