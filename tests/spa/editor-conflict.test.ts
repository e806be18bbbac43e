import { describe, expect, it } from 'vitest';
import { differences } from '../../admin-spa/src/features/quotes/editor/differences.ts';
import { combine } from '../../admin-spa/src/features/quotes/editor/merge.ts';
import { insertRows, moveRow, patchRow, removeRow } from '../../admin-spa/src/features/quotes/editor/rows.ts';
import { form, line } from '../support/edited-quote.ts';

const base = form({ lines: [line('a'), line('b'), line('c')] });
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id).join('');

describe('two people in one draft', () => {
  it('is shown field by field, with who changed it', () => {
    const mine = patchRow({ ...base, title: 'Mine' }, 'lines', 'a', { unitPrice: '120' });
    const theirs = patchRow({ ...base, title: 'Theirs' }, 'lines', 'b', { quantity: '2' });
    expect(differences({ base, mine, theirs })).toEqual([
      { label: 'Title', mine: 'Mine', theirs: 'Theirs', by: 'BOTH' },
      { label: 'Line “Line a”: price', mine: '120', theirs: '100', by: 'YOU' },
      { label: 'Line “Line b”: quantity', mine: '1', theirs: '2', by: 'THEM' },
    ]);
  });

  it('shows rows that came, went or moved', () => {
    const mine = removeRow(base, 'lines', 'a');
    const theirs = moveRow(insertRows(base, 'lines', 3, [line('d')]), 'lines', 'c', 0);
    expect(differences({ base, mine, theirs }).map(({ label, by }) => [label, by])).toEqual([
      ['Line “Line a”', 'YOU'],
      ['Line “Line d”', 'THEM'],
      ['Order of the lines', 'THEM'],
    ]);
  });

  it('is nothing when both say the same', () => {
    expect(differences({ base, mine: { ...base, title: 'x' }, theirs: { ...base, title: 'x' } })).toEqual([]);
  });

  it('is combined: both changes, and mine where both changed the same', () => {
    const mine = patchRow({ ...base, title: 'Mine' }, 'lines', 'a', { unitPrice: '120' });
    const theirs = patchRow({ ...base, title: 'Theirs', scope: 'Their scope' }, 'lines', 'a', {
      quantity: '2',
    });
    expect(combine({ base, mine, theirs })).toMatchObject({
      title: 'Mine',
      scope: 'Their scope',
      lines: [{ id: 'a', unitPrice: '120', quantity: '2' }, { id: 'b' }, { id: 'c' }],
    });
  });

  it('keeps rows of both, and their place', () => {
    const mine = insertRows(base, 'lines', 1, [line('x')]);
    const theirs = insertRows(base, 'lines', 3, [line('y')]);
    expect(ids(combine({ base, mine, theirs }).lines)).toBe('axbcy');
    const moved = moveRow(base, 'lines', 'c', 0);
    expect(ids(combine({ base, mine: moved, theirs }).lines)).toBe('cyab');
  });

  it('lets a removed row go, but not one that was changed meanwhile', () => {
    const theirs = removeRow(base, 'lines', 'b');
    expect(ids(combine({ base, mine: base, theirs }).lines)).toBe('ac');
    const changed = patchRow(base, 'lines', 'b', { quantity: '9' });
    expect(ids(combine({ base, mine: changed, theirs }).lines)).toBe('abc');
    expect(ids(combine({ base, mine: theirs, theirs: base }).lines)).toBe('ac');
  });
});
