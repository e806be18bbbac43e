import { describe, expect, it } from 'vitest';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { printSignedQuote } from '../../api/src/letters/print-signed-quote.ts';
import { cells, section, totals } from './read-printed.ts';
import { anAcceptance, aSnapshot, drawnStrokes } from './samples.ts';

describe('a printed signed quote', () => {
  const snapshot = aSnapshot();
  const printed = printSignedQuote(snapshot, anAcceptance(snapshot));

  it('has the chosen option in the price and the agreed total in every stage', () => {
    expect(cells(printed, 'Price')).toEqual([
      ['Website migration', '1', '$3,299.00', '$3,299.00'],
      ['Booking form integration', '1', '$450.00', '$450.00'],
    ]);
    expect(totals(printed, 'Price')).toEqual([
      ['Total without GST', '$3,408.18'],
      ['GST 10%', '$340.82'],
      ['Total agreed', '$3,749.00'],
    ]);
    expect(cells(printed, 'Payment plan').map((row) => row[3])).toEqual([
      '$1,124.70',
      '$1,499.60',
      '$1,124.70',
    ]);
  });

  it('names the options that were left out', () => {
    const without = printSignedQuote(
      snapshot,
      anAcceptance(snapshot, { choices: [], price: quotePrice(snapshot, []) }),
    );
    expect(section(without, 'TABLE', 'Price').note).toContain(
      'Options not chosen: Booking form integration.',
    );
    expect(totals(without, 'Price').at(-1)).toEqual(['Total agreed', '$3,299.00']);
  });

  it('shows the signature with its sentence, time and zone', () => {
    const signature = section(printed, 'SIGNATURE', 'Signature');
    expect(signature.consent).toBe(snapshot.consent);
    expect(signature.strokes).toEqual(drawnStrokes);
    expect(signature.facts.map(({ value }) => value)).toEqual([
      'Ana Silva',
      'ana@silvadental.example',
      expect.stringMatching(/^21 November 2026.*7:15:30.*(?:AEDT|GMT\+11)$/u),
      'Drawn by hand on the screen',
    ]);
  });

  it('has no drawing for a typed name', () => {
    const typed = printSignedQuote(snapshot, anAcceptance(snapshot, { method: 'TYPED' }));
    expect(section(typed, 'SIGNATURE', 'Signature').strokes).toEqual([]);
  });

  it('that staff accepted for the customer looks like no signature', () => {
    const onBehalf = { by: 'Bob', reason: 'Signed on paper.', signedOn: localDate('2026-11-20') };
    const noted = printSignedQuote(snapshot, anAcceptance(snapshot, { method: 'ON_BEHALF', onBehalf }));
    expect(noted.sections.some(({ kind }) => kind === 'SIGNATURE')).toBe(false);
    expect(noted.heading).toBe('Accepted quote');
    expect(JSON.stringify(noted)).not.toContain('ountersigned');
    expect(section(noted, 'FACTS', 'Acceptance').facts.map(({ value }) => value)).toEqual([
      'Ana Silva',
      '20 November 2026',
      'Signed on paper.',
      'Bob',
      expect.stringMatching(/^21 November 2026/u),
    ]);
  });

  const certificate = (change: Parameters<typeof anAcceptance>[1] = {}) =>
    section(printSignedQuote(snapshot, anAcceptance(snapshot, change)), 'CERTIFICATE', 'Certificate');
  const said = (label: string, change: Parameters<typeof anAcceptance>[1] = {}): string =>
    certificate(change).facts.find((fact) => fact.label === label)?.value ?? 'nothing';

  it('carries both fingerprints, the key and the instant in UTC', () => {
    const values = certificate().fingerprints.map(({ value }) => value);
    expect(values).toContain('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08');
    expect(values).toContain('2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae');
    expect(values).toContain('e7a3bacef85eac0f');
    expect(said('Signed')).toMatch(/7:15:30.*(?:AEDT|GMT\+11)\n2026-11-21T08:15:30.000Z.*Australia\/Sydney/u);
  });

  it('says how the mailbox was proven, and from where it was signed', () => {
    expect(said('How it was proven')).toContain('one-time code');
    expect(said('How it was proven', { proof: 'TYPED' })).toContain('typed the same address');
    expect(said('How it was proven', { proof: 'NONE' })).toContain('nothing more was asked');
    expect(said('From the network address')).toBe('203.0.113.7');
    expect(said('With the browser', { userAgent: 'x'.repeat(400) })).toHaveLength(161);
  });

  it('EV-06: lists openings by people, and says so when there was none', () => {
    expect(said('Opened before signing')).toMatch(/^2 times by a person, first on 21 November 2026 at 6:59/u);
    expect(said('Opened before signing', { openedAt: [] })).toBe('No opening by a person was noted.');
  });

  it('says where to check it, and what that proves and does not', () => {
    const notes = certificate().notes;
    expect(notes.map(({ label }) => label)).toEqual([
      'How to check this document',
      'What that proves',
      'What it does not prove',
    ]);
    expect(notes[0]?.value).toContain('https://quotes.example/verify');
    expect(notes[2]?.value).toContain('not a qualified electronic signature');
  });
});
