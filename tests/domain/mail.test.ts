import { describe, expect, test } from 'vitest';
import {
  mailKinds,
  mailStatuses,
  resendProblem,
  resendTo,
  type SentMail,
} from '../../api/src/domain/mail.ts';

const invoice: SentMail = {
  kind: 'INVOICE',
  status: 'ACCEPTED',
  recipient: 'ana@silvadental.example',
  isArchived: false,
  toSign: null,
  invoiceStatus: 'OPEN',
};
const quote: SentMail = {
  ...invoice,
  kind: 'QUOTE_LINK',
  toSign: { isOpen: true, sentTo: 'ana@silvadental.example' },
  invoiceStatus: null,
};
const onFile = ['office@silvadental.example', 'ana@silvadental.example'];

describe('a mail that shall go out again', () => {
  test.each(mailKinds.filter((kind) => kind !== 'SIGNING_CODE'))(
    'can, when it is about something that stands: %s',
    (kind) => {
      expect(resendProblem({ ...invoice, kind })).toBeNull();
    },
  );

  test.each(mailStatuses)('when it is %s', (status) => {
    expect(resendProblem({ ...invoice, status })?.code ?? 'sent').toBe(
      status === 'QUEUED' ? 'MAIL_NOT_SENDABLE' : 'sent',
    );
  });

  test.each<[string, Partial<SentMail>]>([
    ['a code that nobody can use any more', { kind: 'SIGNING_CODE' }],
    ['something that is archived', { isArchived: true }],
    ['an invoice that is void', { invoiceStatus: 'VOID' }],
    ['a quote that nobody can sign', { toSign: { isOpen: false, sentTo: 'a@b.example' } }],
  ])('does not, when it is about %s', (_what, change) => {
    expect(resendProblem({ ...invoice, ...change })).toMatchObject({ code: 'MAIL_NOT_SENDABLE' });
  });

  test('may tell of a credit note of an invoice that is void', () => {
    expect(resendProblem({ ...invoice, kind: 'CREDIT_NOTE', invoiceStatus: 'VOID' })).toBeNull();
  });

  test('goes to the same address while that is on file, else to the main one, or to another of theirs', () => {
    expect(resendTo(invoice, onFile, null)).toBe('ana@silvadental.example');
    expect(resendTo({ ...invoice, recipient: 'old@silvadental.example' }, onFile, null)).toBe(
      'office@silvadental.example',
    );
    expect(resendTo(invoice, onFile, 'office@silvadental.example')).toBe('office@silvadental.example');
    expect(resendTo(invoice, onFile, 'thief@evil.example')).toMatchObject({
      code: 'MAIL_NOT_SENDABLE',
      field: 'recipient',
    });
    expect(resendTo(invoice, [], null)).toMatchObject({ code: 'MAIL_NOT_SENDABLE' });
  });

  test('goes nowhere else while it asks for a signature: who may sign was approved', () => {
    expect(resendTo(quote, onFile, null)).toBe('ana@silvadental.example');
    for (const [file, wanted] of [
      [['office@silvadental.example'], null],
      [onFile, 'office@silvadental.example'],
    ] as const)
      expect(resendTo(quote, file, wanted)).toMatchObject({ code: 'MAIL_NOT_SENDABLE', field: 'recipient' });
  });
});
