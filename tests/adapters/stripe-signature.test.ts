import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripeGateway } from '../../api/src/adapters/stripe.ts';
import type { GatewayEvent } from '../../api/src/ports.ts';
import { signatureOf } from '../../api/src/sandbox/stripe/deliveries.ts';
import { webhookSecret } from './support/stripe-world.ts';

const now = new Date('2026-11-21T10:00:00.700Z');
const seconds = Math.floor(now.getTime() / 1000);
const body = JSON.stringify({
  id: 'evt_1',
  object: 'event',
  type: 'account.updated',
  api_version: '2026-10-28.endive',
  created: seconds,
  livemode: true,
  data: { object: {} },
});
const signature = signatureOf(body, webhookSecret, seconds);

const gatewayWith = (secret: string) => stripeGateway({ secretKey: 'sk_test_x', webhookSecret: secret });
const gateway = gatewayWith(webhookSecret);
const read = (raw: Buffer | string, header: string): GatewayEvent | null =>
  gateway.readEvent(Buffer.from(raw), header, now);
const macOf = (header: string): string => header.split('v1=')[1] ?? '';

describe('a webhook request is genuine', () => {
  it('when body, time and signature belong together', () => {
    expect(read(body, signature)).toEqual({
      id: 'evt_1',
      type: 'account.updated',
      createdAt: new Date(seconds * 1000),
      live: true,
      foreign: null,
      fact: null,
      moneyBack: null,
      unknownState: null,
    });
  });

  it.each([-300, -299, 0, 299, 300])('at %i s from now', (offset) => {
    expect(read(body, signatureOf(body, webhookSecret, seconds + offset))?.id).toBe('evt_1');
  });

  it('with a wrong signature beside the right one, as while Stripe rotates', () => {
    expect(read(body, `t=${seconds},v1=${'0'.repeat(64)},v1=${macOf(signature)}`)?.id).toBe('evt_1');
  });

  it('WH-04: under the old and the new secret while both are configured, and no longer under the old one afterwards', () => {
    const old = Buffer.from(body);
    expect(gatewayWith(`whsec_new, ${webhookSecret}`).readEvent(old, signature, now)?.id).toBe('evt_1');
    expect(gatewayWith('whsec_new').readEvent(old, signature, now)).toBeNull();
  });
});

describe('a webhook request is turned down', () => {
  it('WH-01: with any one bit of the body turned', () => {
    fc.assert(
      fc.property(fc.nat(body.length * 8 - 1), (bit) => {
        const raw = Buffer.from(body);
        raw.writeUInt8(raw.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(read(raw, signature)).toBeNull();
      }),
      { numRuns: 2500 },
    );
  });

  it('WH-01: with any one character of the signature header changed', () => {
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, other) => {
        fc.pre(signature[at] !== other);
        expect(read(body, signature.slice(0, at) + other + signature.slice(at + 1))).toBeNull();
      }),
      { numRuns: 2500 },
    );
  });

  it.each([-301, 301, -86_400, 10 * 365 * 86_400])('WH-02: signed at %i s from now', (offset) => {
    expect(read(body, signatureOf(body, webhookSecret, seconds + offset))).toBeNull();
  });

  it.each([
    ['no header', ''],
    ['no time', `v1=${macOf(signature)}`],
    ['a time of zero', signatureOf(body, webhookSecret, 0)],
    ['a negative time', signatureOf(body, webhookSecret, -seconds)],
    ['no number as time', `t=NaN,v1=${macOf(signature)}`],
    ['two times', `t=${seconds},t=${seconds},v1=${macOf(signature)}`],
    ['a time with something behind it', `t=${seconds}x,v1=${macOf(signature)}`],
    ['only the old scheme', signature.replace('v1=', 'v0=')],
    ['an empty signature', `t=${seconds},v1=`],
    ['a hundred signatures', `t=${seconds}${`,v1=${macOf(signature)}`.repeat(100)}`],
    ['the signature of another secret', signatureOf(body, 'whsec_other', seconds)],
  ])('WH-02: with %s', (_name, header) => {
    expect(read(body, header)).toBeNull();
  });

  it('WH-01: with a byte order mark or bytes that are no UTF-8, although they decode to the signed text', () => {
    expect(read(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(body)]), signature)).toBeNull();
    const odd = body.replace('account', 'acc\ufffdunt');
    const header = signatureOf(odd, webhookSecret, seconds);
    expect(read(odd, header)?.type).toBe('acc\ufffdunt.updated');
    const at = Buffer.from(odd).indexOf(Buffer.from('\ufffd'));
    const invalid = Buffer.concat([
      Buffer.from(odd).subarray(0, at),
      Buffer.from([0xff]),
      Buffer.from(odd).subarray(at + 3),
    ]);
    expect(invalid.toString()).toBe(odd);
    expect(read(invalid, header)).toBeNull();
  });

  it.each(['', 'null', '[]', '{}', '{"id":"evt_1"}', '<h1>', '{"id":"evt_1","type":"x","created":"soon"}'])(
    'when what was signed is no event: %s',
    (text) => {
      expect(read(text, signatureOf(text, webhookSecret, seconds))).toBeNull();
    },
  );
});

it('does not start without a secret, which would let everybody sign', () => {
  for (const secret of ['', '  ', ' , ']) expect(() => gatewayWith(secret)).toThrow('webhook secret');
});
