import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createAutosave,
  type SaveState,
  type Sent,
} from '../../admin-spa/src/features/quotes/editor/autosave.ts';
import { dropCopy, keepCopy, keptCopy } from '../../admin-spa/src/drafts/kept-copy.ts';
import { sendDraft } from '../../admin-spa/src/features/quotes/editor/send-draft.ts';
import { inputOf } from '../../admin-spa/src/features/quotes/editor/write-form.ts';
import { Fault } from '../../admin-spa/src/graphql.ts';
import { form } from '../support/edited-quote.ts';

const start = form();
const titled = (title: string) => ({ ...start, title });

function desk(answer: (sent: string) => Sent | Promise<Sent> = () => ({ kind: 'SAVED' })) {
  let now = start;
  const sent: string[] = [];
  const states: SaveState[] = [];
  const saving = createAutosave(start, {
    read: () => now,
    problem: (read) => (read.title === '' ? { field: 'title', message: 'What?' } : null),
    send: async (read) => {
      sent.push(read.title);
      return answer(read.title);
    },
    onState: (state) => states.push(state),
    now: () => 7,
  });
  const type = (title: string) => {
    now = title === start.title ? start : titled(title);
    saving.changed();
  };
  return { saving, sent, states, type, last: () => states.at(-1)?.kind };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving by itself', () => {
  it('waits for a pause, and saves once', async () => {
    const { sent, type, states, last } = desk();
    type('a');
    await vi.advanceTimersByTimeAsync(900);
    type('ab');
    await vi.advanceTimersByTimeAsync(999);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['ab']);
    expect(last()).toBe('SAVED');
    expect(states.at(-1)).toEqual({ kind: 'SAVED', at: 7 });
  });

  it('has nothing to save once everything was undone', async () => {
    const { sent, type, last } = desk();
    type('a');
    type(start.title);
    expect(last()).toBe('SAVED');
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual([]);
  });

  it('never has two saves on the way, and saves afterwards what was typed meanwhile', async () => {
    let answer: (sent: Sent) => void = () => {};
    const { sent, type, last } = desk(() => new Promise((resolve) => (answer = resolve)));
    type('a');
    await vi.advanceTimersByTimeAsync(1000);
    type('b');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual(['a']);
    answer({ kind: 'SAVED' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual(['a', 'b']);
    answer({ kind: 'SAVED' });
    await vi.advanceTimersByTimeAsync(0);
    expect(last()).toBe('SAVED');
  });

  it('does not try what cannot be right, and says which field', async () => {
    const { sent, type, states } = desk();
    type('');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual([]);
    expect(states.at(-1)).toEqual({ kind: 'BLOCKED', field: 'title', message: 'What?' });
  });

  it('goes on trying without a connection, less and less often', async () => {
    let isDown = true;
    const { sent, type, last } = desk(() => (isDown ? { kind: 'UNREACHABLE' } : { kind: 'SAVED' }));
    type('a');
    await vi.advanceTimersByTimeAsync(1000 + 2000 + 5000);
    expect(sent).toHaveLength(3);
    isDown = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(last()).toBe('SAVED');
  });

  it('stops at a conflict until somebody has chosen', async () => {
    let answer: Sent = { kind: 'CONFLICT' };
    const { saving, sent, type, last } = desk(() => answer);
    type('mine');
    await vi.advanceTimersByTimeAsync(1000);
    type('mine too');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(['mine']);
    expect(await saving.flush()).toBe(false);
    answer = { kind: 'SAVED' };
    saving.settled(titled('theirs'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['mine', 'mine too']);
    expect(last()).toBe('SAVED');
  });

  it('saves at once when one leaves', async () => {
    const { saving, sent, type } = desk();
    type('a');
    expect(await saving.flush()).toBe(true);
    expect(sent).toEqual(['a']);
    expect(saving.isClean()).toBe(true);
  });

  it('keeps what a refusal turned down, and sends it again only when it is another', async () => {
    const { saving, sent, type, last } = desk(() => ({ kind: 'REFUSED', message: 'No.', field: 'title' }));
    type('a');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(['a']);
    expect(last()).toBe('REFUSED');
    expect(saving.isClean()).toBe(false);
  });
});

describe('what came of a save', () => {
  const input = { id: 'q', version: 1, quote: inputOf(start, 'AUD') };
  const send = (update: Parameters<typeof sendDraft>[0]) => sendDraft(update, input, start, () => {});
  const fails = (code: ConstructorParameters<typeof Fault>[0]) => () => Promise.reject(new Fault(code, 'x'));

  it('is a new version, a word at a field, or a fault that has a meaning', async () => {
    let version = 0;
    const saved = await sendDraft(
      async () => ({ __typename: 'Quote', id: 'q', version: 2 }),
      input,
      start,
      (next) => (version = next),
    );
    expect([saved.kind, version]).toEqual(['SAVED', 2]);
    const refused = await send(async () => ({
      __typename: 'Refusal',
      code: 'INPUT_INVALID',
      message: 'Too much.',
      field: 'quote.lines.0.quantity',
    }));
    expect(refused).toEqual({ kind: 'REFUSED', message: 'Too much.', field: 'lines.a.quantity' });
    expect(await send(fails('CONFLICT'))).toEqual({ kind: 'CONFLICT' });
    expect(await send(fails('UNAUTHENTICATED'))).toEqual({ kind: 'SIGNED_OUT' });
    expect(await send(fails('UNREACHABLE'))).toEqual({ kind: 'UNREACHABLE' });
    expect(await send(fails('INTERNAL_SERVER_ERROR'))).toEqual({ kind: 'UNREACHABLE' });
    expect(await send(fails('FORBIDDEN'))).toMatchObject({ kind: 'FAILED' });
  });
});

describe('the copy in the window', () => {
  it('comes back as it was, is let go of, and is no reason to fail', () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    const copy = { version: 3, base: start, form: titled('unsaved') };
    keepCopy(store, 'q', copy);
    expect(keptCopy(store, 'q')).toEqual(copy);
    expect(keptCopy(store, 'other')).toBeNull();
    dropCopy(store, 'q');
    expect(keptCopy(store, 'q')).toBeNull();
    const full = { ...store, setItem: () => expect.fail('full'), getItem: () => '{broken' };
    expect(() => keepCopy(full, 'q', copy)).not.toThrow();
    expect(keptCopy(full, 'q')).toBeNull();
  });
});
