import { describe, expect, it } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { readMarkdown } from '../../api/src/letters/markdown.ts';
import { printQuote } from '../../api/src/letters/print-quote.ts';
import { printSignedQuote } from '../../api/src/letters/print-signed-quote.ts';
import { cells, fact, headings, section, totals } from './read-printed.ts';
import { aLine, anAcceptance, anOption, aSnapshot, aStage, openQuote } from './samples.ts';

describe('a printed quote', () => {
  const printed = printQuote(aSnapshot(), openQuote);

  it('shows what is offered and until when', () => {
    expect(printed).toMatchObject({
      heading: 'Quote',
      title: 'Website migration',
      number: 'QT-SILVADENTAL-0001-1',
    });
    expect(fact(printed, 'Date')).toBe('21 November 2026');
    expect(fact(printed, 'Valid until')).toBe('21 December 2026\nend of day in Sydney');
    expect(printed).toMatchObject({ status: null, watermark: '' });
    expect(printed.highlight).toEqual({
      label: 'Total without options',
      value: '$3,299.00',
      note: 'Including GST',
    });
  });

  it('adds up the lines without the options', () => {
    expect(cells(printed, 'Price')).toEqual([['Website migration', '1', '$3,299.00', '$3,299.00']]);
    expect(totals(printed, 'Price')).toEqual([
      ['Total without GST', '$2,999.09'],
      ['GST 10%', '$299.91'],
      ['Total without options', '$3,299.00'],
    ]);
  });

  it('offers the options with what each adds', () => {
    expect(cells(printed, 'Options')).toEqual([['Booking form integration', '$450.00']]);
  });

  it('spreads the total over the stages', () => {
    expect(cells(printed, 'Payment plan')).toEqual([
      ['1. Deposit', 'On signing', '30%', '$989.70'],
      ['2. Progress', 'When the milestone is reached', '40%', '$1,319.60'],
      ['3. Final', 'When the milestone is reached', '30%', '$989.70'],
    ]);
  });

  it('says of a draft that it is one, whatever its number will be', () => {
    expect(printQuote(aSnapshot(), { ...openQuote, isDraft: true })).toMatchObject({
      number: 'Draft',
      status: { label: 'Draft, not sent' },
      watermark: 'DRAFT',
    });
  });

  it('leaves out what is not there', () => {
    const bare = printQuote(aSnapshot({ options: [], scope: [], terms: [] }), openQuote);
    expect(headings(bare)).toEqual(['Price', 'Payment plan']);
    expect(totals(bare, 'Price').at(-1)).toEqual(['Total', '$3,299.00']);
  });

  it('names what each of several tax rates is taken on', () => {
    const lines = [...aSnapshot().lines, aLine({ id: 'line-2', taxRate: 0 })];
    const labels = totals(printQuote(aSnapshot({ lines }), openQuote), 'Price').map(([label]) => label);
    expect(labels).toContain('GST 0% on $3,299.00');
    expect(labels).toContain('GST 10% on $2,999.09');
  });

  it('does not speak of tax where none is charged', () => {
    const lines = aSnapshot().lines.map((line) => ({ ...line, taxRate: 0 }));
    const untaxed = printQuote(aSnapshot({ lines, options: [] }), openQuote);
    expect(totals(untaxed, 'Price')).toEqual([['Total', '$3,299.00']]);
    expect(section(untaxed, 'TABLE', 'Price').note).toBe('');
  });

  it('writes quantities, rates and currencies exactly', () => {
    const line = aLine({
      description: 'Work',
      quantity: 1500,
      unit: 'h',
      unitPrice: minor(123456),
      taxRate: 8875,
    });
    const free = aLine({ id: 'x', description: 'Advice', unitPrice: minor(0), taxRate: 0 });
    const foreign = printQuote(
      aSnapshot({ currency: 'KWD', lines: [line, free], pricesIncludeTax: false }),
      openQuote,
    );
    expect(cells(foreign, 'Price')).toEqual([
      ['Work', '1.5 h', 'KWD\u00a0123.456', '8.875%', 'KWD\u00a0185.184'],
      ['Advice', '1', 'KWD\u00a00.000', '0%', 'KWD\u00a00.000'],
    ]);
  });

  it('shows every discount where it is taken off', () => {
    const reduced = printQuote(
      aSnapshot({
        discount: { percent: 5000, amount: null },
        lines: [aLine({ discount: { percent: 10_000, amount: null } })],
        options: [],
      }),
      openQuote,
    );
    expect(section(reduced, 'TABLE', 'Price').rows[0]?.note).toBe('Less 10% discount: −$329.90');
    expect(totals(reduced, 'Price')).toEqual([
      ['Subtotal', '$2,969.10'],
      ['Discount 5%', '−$148.46'],
      ['Total without GST', '$2,564.22'],
      ['GST 10%', '$256.42'],
      ['Total', '$2,820.64'],
    ]);
  });

  it('shows what is charged again and again in a table of its own, and beside the total', () => {
    const care = aLine({ id: 'care', description: 'Care plan', unitPrice: minor(4900), billing: 'MONTHLY' });
    const lines = [aLine(), care];
    const effectiveDate = localDate('2027-01-01');
    const both = printQuote(aSnapshot({ lines, options: [], effectiveDate }), openQuote);
    expect(cells(both, 'Price')).toHaveLength(1);
    expect(totals(both, 'Price').at(-1)).toEqual(['Then per month, including GST', '$49.00']);
    expect(cells(both, 'Price per month')).toEqual([['Care plan', '1', '$49.00', '$49.00']]);
    expect(totals(both, 'Price per month').at(-1)).toEqual(['Total per month', '$49.00']);
    expect(section(both, 'TABLE', 'Price per month').note).toContain('Begins on 1 January 2027.');
    expect(both.highlight?.note).toBe('Including GST; then $49.00 per month');
    const again = printQuote(aSnapshot({ lines: [care], options: [], stages: [] }), openQuote);
    expect(headings(again)).toEqual(['Scope of work', 'Price per month', 'Terms']);
    expect(again.highlight).toMatchObject({ label: 'Total per month', value: '$49.00' });
  });

  it('says how options go together, and counts those that the page starts with', () => {
    const options = [
      anOption({ id: 'a', groupId: 'g', title: 'Basic', preselected: true, description: '' }),
      anOption({ id: 'b', groupId: 'g', title: 'Plus', description: 'Faster.', excludes: ['c'] }),
      anOption({ id: 'c', title: 'Pages', unit: 'pages', maxQuantity: 5, requires: ['a'], description: '' }),
    ];
    const groups = [{ id: 'g', title: 'Support', description: 'How fast?', min: 1, max: 1 }];
    const offered = printQuote(aSnapshot({ options, groups }), openQuote);
    const { rows } = section(offered, 'TABLE', 'Options');
    expect(rows.map((row) => [row.cells.join('|'), row.note])).toEqual([
      ['Support', 'Please choose one. How fast?'],
      ['Basic||$450.00', 'Chosen to begin with.'],
      ['Plus||$450.00', 'Faster.\nNot together with: Pages.'],
      ['More options', 'Add any of them.'],
      ['Pages|1 to 5 pages|$450.00 each', 'Needs: Basic.'],
    ]);
    expect(cells(offered, 'Price').at(-1)).toEqual(['Basic', '1', '$450.00', '$450.00']);
    expect(totals(offered, 'Price').at(-1)).toEqual(['Total as it stands', '$3,749.00']);
    const open = options.map((option) => ({ ...option, preselected: false }));
    expect(printQuote(aSnapshot({ options: open, groups }), openQuote).highlight).toMatchObject({
      label: 'Total before your choice',
    });
  });

  it('names fixed amounts, the rest, days and terms of the plan', () => {
    const stages = [
      aStage({ label: 'Deposit', amount: minor(100_000), due: 'ON_SIGNING', paymentTermsDays: 0 }),
      aStage({ id: 's2', label: 'Rest', due: 'ON_DATE', dueOn: localDate('2027-03-01') }),
    ];
    const plan = section(printQuote(aSnapshot({ stages }), openQuote), 'TABLE', 'Payment plan');
    expect(plan.rows).toEqual([
      { cells: ['1. Deposit', 'On signing', 'Fixed', '$1,000.00'], note: 'To be paid at once' },
      { cells: ['2. Rest', 'On 1 March 2027', 'The rest', '$2,299.00'], note: '' },
    ]);
  });

  it('says what is exempt or under reverse charge, and why', () => {
    const lines = [
      aLine({ taxTreatment: 'EXEMPT', taxRate: 0 }),
      aLine({ id: 'x', taxTreatment: 'REVERSE_CHARGE', taxRate: 0, unitPrice: minor(10_000) }),
    ];
    const taxNotes = ['Exempt under section 38.'];
    const exempt = printQuote(aSnapshot({ lines, options: [], taxNotes }), openQuote);
    expect(cells(exempt, 'Price').map((row) => row[3])).toEqual(['Exempt', 'Reverse charge']);
    expect(totals(exempt, 'Price').slice(1, 3)).toEqual([
      ['Exempt from GST on $3,299.00', '$0.00'],
      ['GST, reverse charge on $100.00', '$0.00'],
    ]);
    expect(section(exempt, 'TEXT', 'About the tax').blocks[0]?.spans[0]?.text).toBe(taxNotes[0]);
  });

  it('lists the files that belong to it', () => {
    const file = {
      id: 'f',
      name: 'Plan.pdf',
      contentType: 'application/pdf',
      size: 1_834_000,
      hash: 'ab'.repeat(32),
    };
    const snapshot = aSnapshot({ attachments: [file, { ...file, id: 'g', name: 'Note.png', size: 300 }] });
    expect(cells(printQuote(snapshot, openQuote), 'Attached files')).toEqual([
      ['Plan.pdf', '1.8 MB'],
      ['Note.png', '1 kB'],
    ]);
    const signed = printSignedQuote(snapshot, anAcceptance(snapshot));
    expect(section(signed, 'TABLE', 'Attached files').rows[0]?.note).toBe(`SHA-256 ${file.hash}`);
  });

  it('keeps every word of a text that is made of nothing but marks, and few blocks of it', () => {
    const scope = readMarkdown('# *a* b\n'.repeat(6000));
    const { blocks } = section(printQuote(aSnapshot({ scope }), openQuote), 'TEXT', 'Scope of work');
    expect(blocks.length).toBeLessThan(100);
    const words = blocks.flatMap((block) => block.spans.map((span) => span.text)).join(' ');
    expect(words.match(/a b/gu)).toHaveLength(6000);
  });

  it('says of a change which quote it changes, and what is agreed before and with it', () => {
    const change = {
      of: 'QT-SILVADENTAL-0001-1',
      kind: 'REDUCTION',
      contractBefore: minor(500_000),
    } as const;
    const snapshot = aSnapshot({ change, number: 'QT-SILVADENTAL-0002-1', options: [], stages: [] });
    const says = [
      { label: 'Takes off quote', value: 'QT-SILVADENTAL-0001-1' },
      { label: 'Agreed before', value: '$5,000.00' },
      { label: 'Agreed with this change', value: '$1,701.00' },
    ];
    expect(printQuote(snapshot, openQuote).facts.slice(-3)).toEqual(says);
    expect(printSignedQuote(snapshot, anAcceptance(snapshot)).facts.slice(-3)).toEqual(says);
    expect(printQuote(aSnapshot(), openQuote).facts.map(({ label }) => label)).not.toContain('Agreed before');
  });
});
