import { describe, expect, it } from 'vitest';
import { gridAct, historyStep } from '../../admin-spa/src/features/quotes/editor/grid-keys.ts';
import { begin, commit, redo, undo } from '../../admin-spa/src/features/quotes/editor/history.ts';
import {
  duplicateRow,
  insertRows,
  moveRow,
  patchRow,
  removeRow,
} from '../../admin-spa/src/features/quotes/editor/rows.ts';
import { form, group, line, option, stage } from '../support/edited-quote.ts';

const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id).join('');
const three = form({ lines: [line('a'), line('b'), line('c')] });

describe('rows', () => {
  it('move, are copied, come and go', () => {
    expect(ids(moveRow(three, 'lines', 'a', 2).lines)).toBe('bca');
    expect(ids(moveRow(three, 'lines', 'c', 0).lines)).toBe('cab');
    expect(ids(duplicateRow(three, 'lines', 'b', 'x').lines)).toBe('abxc');
    expect(ids(insertRows(three, 'lines', 1, [line('y'), line('z')]).lines)).toBe('ayzbc');
    expect(ids(removeRow(three, 'lines', 'b').lines)).toBe('ac');
  });

  it('stay the same object when nothing changes, and where nothing changes', () => {
    expect(moveRow(three, 'lines', 'a', -1)).toBe(three);
    expect(moveRow(three, 'lines', 'a', 3)).toBe(three);
    expect(removeRow(three, 'lines', 'nobody')).toBe(three);
    expect(patchRow(three, 'lines', 'b', { unit: 'h' }).lines[0]).toBe(three.lines[0]);
  });

  it('the first stage is on signing and no other, whatever is moved', () => {
    const plan = form({
      stages: [
        stage('s', { due: 'ON_SIGNING' }),
        stage('t', { due: 'ON_DATE', dueOn: '2026-12-24', autoIssue: true }),
      ],
    });
    expect(
      moveRow(plan, 'stages', 't', 0).stages.map(({ id, due, dueOn, autoIssue }) => [
        id,
        due,
        dueOn,
        autoIssue,
      ]),
    ).toEqual([
      ['t', 'ON_SIGNING', '', false],
      ['s', 'ON_MILESTONE', '', false],
    ]);
  });

  it('what is gone is not referred to any more', () => {
    const linked = form({
      groups: [group('g')],
      options: [option('o', { groupId: 'g' }), option('p', { requires: ['o'], excludes: ['o', 'q'] })],
    });
    expect(removeRow(linked, 'options', 'o').options).toEqual([option('p', { excludes: ['q'] })]);
    expect(removeRow(linked, 'groups', 'g').options[0]?.groupId).toBeNull();
  });
});

describe('the way back', () => {
  const typed = (text: string) => patchRow(three, 'lines', 'a', { unit: text });

  it('takes what was typed into one field in one breath as one step', () => {
    let history = begin(three);
    history = commit(history, typed('h'), { what: 'x', field: 'lines.a.unit', at: 1000 });
    history = commit(history, typed('ho'), { what: 'x', field: 'lines.a.unit', at: 1100 });
    history = commit(history, typed('hour'), { what: 'x', field: 'lines.a.unit', at: 9000 });
    expect(history.past).toHaveLength(2);
    history = undo(history);
    expect(history.form.lines[0]?.unit).toBe('ho');
    history = undo(history);
    expect(history.form).toBe(three);
    expect(undo(history)).toBe(history);
    expect(redo(redo(history)).form.lines[0]?.unit).toBe('hour');
  });

  it('forgets what was undone once something else is done, and never remembers nothing', () => {
    const moved = commit(begin(three), moveRow(three, 'lines', 'a', 1), { what: 'moved', at: 0 });
    const back = undo(moved);
    const other = commit(back, removeRow(three, 'lines', 'c'), { what: 'removed', at: 0 });
    expect(other.future).toEqual([]);
    expect(redo(other)).toBe(other);
    expect(commit(other, other.form, { what: 'nothing', at: 0 })).toBe(other);
  });
});

const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

describe('the keys of a grid', () => {
  it.each([
    [key('Enter'), 'ADD'],
    [key('d', { ctrlKey: true }), 'DUPLICATE'],
    [key('d', { metaKey: true }), 'DUPLICATE'],
    [key('ArrowUp', { altKey: true }), 'MOVE_UP'],
    [key('ArrowDown', { altKey: true }), 'MOVE_DOWN'],
    [key('Delete', { ctrlKey: true, shiftKey: true }), 'REMOVE'],
    [key('ArrowDown'), 'GO_DOWN'],
    [key('Enter', { ctrlKey: true }), null],
    [key('x'), null],
  ])('%o', (pressed, act) => {
    expect(gridAct(pressed, false)).toBe(act);
  });

  it('leaves the arrows to a select', () => {
    expect(gridAct(key('ArrowDown'), true)).toBeNull();
    expect(gridAct(key('ArrowDown', { altKey: true }), true)).toBe('MOVE_DOWN');
  });

  it('goes back and forth', () => {
    expect(historyStep(key('z', { ctrlKey: true }))).toBe(-1);
    expect(historyStep(key('Z', { metaKey: true, shiftKey: true }))).toBe(1);
    expect(historyStep(key('y', { ctrlKey: true }))).toBe(1);
    expect(historyStep(key('z'))).toBeNull();
  });
});
