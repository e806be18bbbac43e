import { describe, expect, it } from 'vitest';
import { asked, fingerprintOf, numberIn } from '../../customer-spa/src/features/verify/fingerprint.ts';
import { type Verification, verdictWords } from '../../customer-spa/src/features/verify/verdict-words.ts';
import { isVerify } from '../../customer-spa/src/link.ts';

const nothing = {
  number: null,
  title: null,
  companyName: null,
  signerName: null,
  signedAt: null,
  total: null,
  evidenceHash: null,
  keyId: null,
  publicKey: null,
};
const answer = (verdict: Verification['verdict'], what: Verification['what'] = null): Verification => ({
  ...nothing,
  __typename: 'Verification',
  verdict,
  what,
});

describe('the page that checks a document', () => {
  it('has an address of its own, and no other address is its', () => {
    expect(['/verify', '/verify/'].map(isVerify)).toEqual([true, true]);
    expect(['/q/', '/verify/x', '/verifyx', '/q/verify'].map(isVerify)).toEqual([false, false, false, false]);
  });

  it('takes over what a link brings along', () => {
    const hash = 'ab'.repeat(32);
    expect(asked(`#number=QT-SILVA-0001-1&hash=${hash}`)).toEqual({ number: 'QT-SILVA-0001-1', hash });
    expect(asked('')).toEqual({ number: '', hash: '' });
  });

  it('knows a number by the name of our files, and by no other', () => {
    expect(numberIn('QT-SILVA-0001-2 (1).pdf')).toBe('QT-SILVA-0001-2');
    expect(['scan.pdf', 'My QT-SILVA-0001-2.pdf', 'INV-2026-0001.pdf'].map(numberIn)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('computes the fingerprint of a file by itself', async () => {
    expect(await fingerprintOf(new Blob(['abc']))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('says what a verdict means, and what to do next', () => {
    expect(verdictWords(answer('GENUINE', 'SIGNED_QUOTE'), 'FILE')).toMatchObject({
      tone: 'good',
      title: 'This is the signed document',
    });
    expect(verdictWords(answer('GENUINE', 'OTHER_DOCUMENT'), 'FILE').title).toContain('nobody signed it');
    expect(verdictWords(answer('GENUINE', 'RECORDED_ACCEPTANCE'), 'FILE').title).toContain(
      'signed nothing here',
    );
    expect(verdictWords(answer('GENUINE', 'SIGNATURE_RECORD'), 'DIGITS').text).toContain(
      'choose the file itself',
    );
    for (const verdict of ['DIFFERENT', 'UNKNOWN'] as const) {
      const words = verdictWords(answer(verdict), 'FILE');
      expect(words.tone).toBe('waiting');
      expect(words.text).toContain('ask the company for it');
    }
  });
});
