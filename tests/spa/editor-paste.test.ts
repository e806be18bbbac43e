import { describe, expect, it } from 'vitest';
import { pasteLines } from '../../admin-spa/src/features/quotes/editor/paste-lines.ts';
import { isTable, readTable } from '../../admin-spa/src/features/quotes/editor/paste-table.ts';

const paste = (text: string, room?: number) => pasteLines(text, 'AUD', 'STANDARD:10000', room);
const cells = (text: string) =>
  paste(text).lines.map(({ description, quantity, unit, unitPrice, discount, tax, cost }) => ({
    description,
    quantity,
    unit,
    unitPrice,
    discount,
    tax,
    cost,
  }));

describe('rows of a spreadsheet', () => {
  it('reads tabs, quotes and line breaks within a cell', () => {
    expect(readTable('a\t"b ""c""\nd"\t1\r\n\r\ne\tf\t2\n')).toEqual([
      ['a', 'b "c"\nd', '1'],
      ['e', 'f', '2'],
    ]);
    expect(readTable('x;1,5;2\ny;2,5;3')).toEqual([
      ['x', '1,5', '2'],
      ['y', '2,5', '3'],
    ]);
  });

  it('is more than a text for one field', () => {
    expect(isTable('just words, and a comma\n')).toBe(false);
    expect(isTable('a\tb')).toBe(true);
    expect(isTable('a\nb')).toBe(true);
  });

  it('goes by the headings, in any order and with columns that the quote computes itself', () => {
    const text = 'Pos\tQty\tItem\tUnit\tUnit price\tVAT\tTotal\n1\t1,5\tDesign\th\t3 299,00\t7.5 %\t4 948,50';
    expect(cells(text)).toEqual([
      {
        description: 'Design',
        quantity: '1.5',
        unit: 'h',
        unitPrice: '3299.00',
        discount: '',
        tax: 'STANDARD:7500',
        cost: '',
      },
    ]);
    expect(paste(text).used).toEqual(['quantity', 'description', 'unit', 'unitPrice', 'tax']);
  });

  it('knows discount, cost and how something is taxed', () => {
    const text =
      'Description\tPrice\tDiscount\tCost\tTax\nBoiler\t$1,200.00\t10%\t700\tzero-rated\nPipe\t80\t5\t\tReverse charge';
    expect(cells(text)).toMatchObject([
      { unitPrice: '1200.00', discount: '10 %', cost: '700.00', tax: 'ZERO_RATED:0' },
      { unitPrice: '80.00', discount: '5.00', cost: '', tax: 'REVERSE_CHARGE:0' },
    ]);
  });

  it('goes by what the columns look like when there are no headings', () => {
    expect(cells('Demolition\t2\th\t95.00\t10%\nCabinets\t1\tpcs\t12500\t10%')).toMatchObject([
      { description: 'Demolition', quantity: '2', unit: 'h', unitPrice: '95.00', tax: 'STANDARD:10000' },
      { description: 'Cabinets', quantity: '1', unit: 'pcs', unitPrice: '12500.00' },
    ]);
    expect(cells('Hosting\t49\nDomain\t15')).toMatchObject([
      { description: 'Hosting', quantity: '1', unitPrice: '49.00' },
      { description: 'Domain', unitPrice: '15.00' },
    ]);
  });

  it('makes a line of each row of words', () => {
    expect(cells('First thing\nSecond thing').map((one) => one.description)).toEqual([
      'First thing',
      'Second thing',
    ]);
  });

  it('says what could not be read, and loses nothing else of the row', () => {
    const { lines, notes } = paste('Item\tQty\tPrice\nDesign\tlots\t90\nBuild\t2\task us');
    expect(lines.map(({ quantity, unitPrice }) => [quantity, unitPrice])).toEqual([
      ['1', '90.00'],
      ['2', ''],
    ]);
    expect(notes).toEqual([
      'Row 1: “lots” is no quantity that could be read.',
      'Row 2: “ask us” is no price that could be read.',
    ]);
  });

  it('takes no more than there is room for, and says so', () => {
    const { lines, notes } = paste('a\nb\nc', 2);
    expect(lines).toHaveLength(2);
    expect(notes).toEqual(['1 rows were left out: a quote has at most 500 lines.']);
  });

  it('gives every line an id of its own', () => {
    const { lines } = paste('a\nb\nc');
    expect(new Set(lines.map((line) => line.id)).size).toBe(3);
  });
});
