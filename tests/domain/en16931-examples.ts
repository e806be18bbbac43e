/**
 * The public example invoices of EN 16931 with their own figures. Sources: the UBL examples of CEN/TC 434 (repository
 * ConnectingEurope/eInvoicing-EN16931, folder ubl/examples) and of Peppol BIS Billing 3.0 (repository
 * OpenPEPPOL/peppol-bis-invoice-3, folders rules/examples and guide/syntax/snippets).
 *
 * A quote knows reductions, but no charges, and its own discount is spread over all categories. So a charge, or a reduction
 * that belongs to one category of several, stands here as a line; prices for a base quantity are per that quantity.
 */
export type Line = [
  quantity: number,
  price: number,
  category: 'S' | 'Z' | 'E' | 'AE',
  percent: number,
  allowance?: number,
];

export type Example = {
  lines: Line[];
  /** Document level, BT-99 (charges) and BT-92 (allowances, negative). */
  documentLevel?: Line[];
  /** BT-106 to BT-112: sum of lines, without VAT, VAT, with VAT. */
  bt106: number;
  bt109: number;
  bt110: number;
  bt112: number;
  /** BG-23: category (BT-118), rate (BT-119), taxable (BT-116), tax (BT-117). */
  bg23: [category: string, percent: number, taxable: number, tax: number][];
};

const paper: Line[] = [
  [1000, 1, 'S', 25],
  [100, 5, 'S', 25],
  [500, 5, 'S', 12],
];
const paperFigures = {
  bt106: 4000,
  bt109: 4000,
  bt110: 675,
  bt112: 4675,
  bg23: [
    ['S', 12, 2500, 300],
    ['S', 25, 1500, 375],
  ] as Example['bg23'],
};

export const examples: Record<string, Example> = {
  'CEN/TC 434 ubl-tc434-example1 (20 lines at 6 and 21 %, one returned)': {
    lines: [
      [2, 9.95, 'S', 6],
      [1, 9.85, 'S', 6],
      [1, 8.29, 'S', 6],
      [2, 7.23, 'S', 6],
      [1, 35, 'S', 6],
      [1, 35, 'S', 6],
      [1, 10.65, 'S', 6],
      [1, 1.55, 'S', 6],
      [3, 4.79, 'S', 6],
      [1, 8.29, 'S', 6],
      [2, 8.29, 'S', 6],
      [1, 9.95, 'S', 6],
      [2, 1.65, 'S', 6],
      [1, 10.8, 'S', 21],
      [1, 3.9, 'S', 6],
      [2, 3.8, 'S', 21],
      [2, 4.67, 'S', 21],
      [1, 18.63, 'S', 21],
      [6, 17.02, 'S', 6],
      [-6, 18.33, 'S', 6],
    ],
    bt106: 229.6,
    bt109: 229.6,
    bt110: 20.73,
    bt112: 250.33,
    bg23: [
      ['S', 6, 183.23, 10.99],
      ['S', 21, 46.37, 9.74],
    ],
  },
  'CEN/TC 434 ubl-tc434-example2 (returned goods, an exempt line, allowance and charge)': {
    lines: [
      [2, 1273 / 2, 'S', 25],
      [-1, 3.96, 'S', 15],
      [2, 2.48, 'S', 15],
      [-1, 25, 'E', 0],
      [250, 0.75, 'S', 25],
    ],
    documentLevel: [
      [-1, 100, 'S', 25],
      [1, 100, 'S', 25],
    ],
    bt106: 1436.5,
    bt109: 1436.5,
    bt110: 365.28,
    bt112: 1801.78,
    bg23: [
      ['S', 15, 1, 0.15],
      ['S', 25, 1460.5, 365.13],
      ['E', 0, -25, 0],
    ],
  },
  'CEN/TC 434 ubl-tc434-example3 (a freight charge)': {
    lines: [
      [1, 800, 'S', 25],
      [1, 800, 'S', 10],
    ],
    documentLevel: [[1, 100, 'S', 25]],
    bt106: 1600,
    bt109: 1700,
    bt110: 305,
    bt112: 2005,
    bg23: [
      ['S', 10, 800, 80],
      ['S', 25, 900, 225],
    ],
  },
  'CEN/TC 434 ubl-tc434-example4 (two rates)': { lines: paper, ...paperFigures },
  'CEN/TC 434 ubl-tc434-example5 (allowance and charge of 10 %)': {
    lines: paper,
    documentLevel: [
      [-1, 150, 'S', 25],
      [1, 150, 'S', 25],
    ],
    ...paperFigures,
  },
  'CEN/TC 434 ubl-tc434-example6 (the least that an invoice says)': { lines: paper, ...paperFigures },
  'CEN/TC 434 ubl-tc434-example8 (prices for a base quantity)': {
    lines: [
      [16, 8.8, 'S', 21],
      [16, 1.01, 'S', 21],
      [11, 15.24, 'S', 21],
      [58, 1.53, 'S', 21],
      [1, 36.75, 'S', 21],
      [1, 56.5, 'S', 21],
      [1, 83.34, 'S', 21],
      [1, 190.31, 'S', 21],
      [1, 64.21, 'S', 21],
      [1, 64.46, 'S', 21],
    ],
    bt106: 908.91,
    bt109: 908.91,
    bt110: 190.87,
    bt112: 1099.78,
    bg23: [['S', 21, 908.91, 190.87]],
  },
  'CEN/TC 434 ubl-tc434-example9 (a subscription)': {
    lines: [[3, 49, 'S', 21]],
    bt106: 147,
    bt109: 147,
    bt110: 30.87,
    bt112: 177.87,
    bg23: [['S', 21, 147, 30.87]],
  },
  'Peppol BIS 3 base-example (a negative line and an insurance charge)': {
    lines: [
      [7, 400, 'S', 25],
      [-3, 500, 'S', 25],
    ],
    documentLevel: [[1, 25, 'S', 25]],
    bt106: 1300,
    bt109: 1325,
    bt110: 331.25,
    bt112: 1656.25,
    bg23: [['S', 25, 1325, 331.25]],
  },
  'Peppol BIS 3 Allowance-example (allowances of lines, exempt beside taxed)': {
    lines: [
      [10, 410, 'S', 25, 100],
      [5, 200, 'E', 0],
      [10, 100, 'S', 25, 100],
    ],
    documentLevel: [
      [1, 200, 'S', 25],
      [-1, 200, 'S', 25],
    ],
    bt106: 5900,
    bt109: 5900,
    bt110: 1225,
    bt112: 7125,
    bg23: [
      ['S', 25, 4900, 1225],
      ['E', 0, 1000, 0],
    ],
  },
  'Peppol BIS 3 vat-calc (charge 200, allowance 100)': {
    lines: [
      [10, 400, 'S', 25],
      [10, 200, 'E', 0],
      [10, 90, 'S', 25],
    ],
    documentLevel: [
      [1, 200, 'S', 25],
      [-1, 100, 'S', 25],
    ],
    bt106: 6900,
    bt109: 7000,
    bt110: 1250,
    bt112: 8250,
    bg23: [
      ['S', 25, 5000, 1250],
      ['E', 0, 2000, 0],
    ],
  },
  'Peppol BIS 3 vat-category-E (exempt)': {
    lines: [[10, 120, 'E', 0]],
    bt106: 1200,
    bt109: 1200,
    bt110: 0,
    bt112: 1200,
    bg23: [['E', 0, 1200, 0]],
  },
};
