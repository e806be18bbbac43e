import { describe, expect, it } from 'vitest';
import { keptCopy } from '../../admin-spa/src/drafts/kept-copy.ts';
import { openDraft } from '../../admin-spa/src/drafts/open-draft.ts';
import { firstValues } from '../../admin-spa/src/features/customers/first-values.ts';

const start = { key: 'first', form: { subject: '' } };

/** A window of a browser. */
function aWindow() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('a form that is saved by a button', () => {
  it('has nothing to ask about until something is typed, and after that is taken back', () => {
    const store = aWindow();
    const draft = openDraft(store, 'a', start);
    expect([draft.begin, draft.isRestored, draft.isTyped()]).toEqual([start, false, false]);
    draft.note({ form: { subject: 'Repairs' } });
    expect([draft.isTyped(), keptCopy(store, 'a')]).toEqual([
      true,
      { key: 'first', form: { subject: 'Repairs' } },
    ]);
    draft.note({ form: { subject: '' } });
    expect([draft.isTyped(), keptCopy(store, 'a')]).toEqual([false, null]);
  });

  it('comes back as it was left, with the key that it would have been sent with, and asks again', () => {
    const store = aWindow();
    openDraft(store, 'a', start).note({ form: { subject: 'Repairs' } });
    const again = openDraft(store, 'a', { ...start, key: 'second' });
    expect([again.begin, again.isRestored, again.isTyped()]).toEqual([
      { key: 'first', form: { subject: 'Repairs' } },
      true,
      true,
    ]);
    expect(openDraft(store, 'b', start).isRestored).toBe(false);
  });

  it('once sent or thrown away is let go of, whatever is noted afterwards', () => {
    const store = aWindow();
    const draft = openDraft(store, 'a', start);
    draft.note({ form: { subject: 'Repairs' } });
    draft.close();
    draft.note({ form: { subject: 'a field that lost the focus' } });
    expect([draft.isTyped(), keptCopy(store, 'a')]).toEqual([false, null]);
  });
});

describe('the fields of a customer that was left unsaved', () => {
  const typed = {
    ...{ name: 'Zoë', contactName: '', email: '', phone: '', address: [], taxNumber: '', contacts: [] },
    ...{ prefix: null, currency: null, language: null, paymentTermsDays: null, notes: '', invoiceHold: null },
    accountManagerId: 'kim',
  };
  it('begin with what was typed, and with what is on file where the form could not be asked', () => {
    const known = { currency: 'EUR', accountManager: { id: 'kim', name: 'Kim' } };
    expect(firstValues(typed, known, 'AUD')).toMatchObject({
      name: 'Zoë',
      currency: 'EUR',
      accountManager: { id: 'kim', name: 'Kim' },
    });
    const chosen = { ...typed, accountManagerId: 'bo' };
    expect(firstValues(chosen, known, 'AUD')?.accountManager).toEqual({ id: 'bo', name: '' });
    const nobody = { ...typed, accountManagerId: null };
    expect(firstValues(nobody, undefined, 'AUD')).toMatchObject({ currency: 'AUD', accountManager: null });
    expect(firstValues(null, undefined, 'AUD')).toBeUndefined();
  });
});
