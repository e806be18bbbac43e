import { expect, test } from 'vitest';
import { mailbox } from '../../api/src/adapters/mailbox.ts';
import { senderOf } from '../../api/src/mails/sender.ts';

type Asked = Parameters<typeof senderOf>[0];
const senderNamed = (name: string, MAIL_FROM?: string) =>
  senderOf({ config: { MAIL_FROM }, company: { name, email: 'desk@ours.example' } } as unknown as Asked);

test.each([
  ['Harbour & Pine', 'Harbour & Pine'],
  ['Wood > Steel', 'Wood  Steel'],
  ['<Studio>', 'Studio'],
  ['Thief <thief@evil.example>', 'Thief thief@evil.example'],
  ['<>', ''],
])('a company called %s sends mails from its own mailbox', (name, shown) => {
  expect(mailbox(senderNamed(name))).toEqual({ name: shown, address: 'desk@ours.example' });
});

test('what is configured is taken as it is', () => {
  expect(senderNamed('Ours', 'Billing <billing@ours.example>')).toBe('Billing <billing@ours.example>');
});
