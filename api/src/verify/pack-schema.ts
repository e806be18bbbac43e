import { z } from 'zod';
import { packFormat } from '../domain/evidence-pack.ts';

const signed = { signature: z.string(), keyId: z.string() };
const place = { seq: z.int().min(0), hash: z.string() };
const entry = z.strictObject({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  staffId: z.string().nullable(),
  action: z.string(),
  text: z.string(),
  quoteId: z.string().nullable(),
  invoiceId: z.string().nullable(),
  customerId: z.string().nullable(),
  facts: z.string(),
  salt: z.string().nullable(),
  wordsHash: z.string(),
});

/** The shape of an evidence file, to the letter: what is not known here is not believed. */
export const packSchema = z.strictObject({
  format: z.literal(packFormat),
  madeAt: z.string(),
  company: z.string(),
  quote: z.string(),
  verifyAt: z.string(),
  approved: z.strictObject({ text: z.string(), sha256: z.string() }),
  evidence: z.strictObject({ text: z.string(), sha256: z.string(), ...signed }),
  document: z.strictObject({
    kind: z.string(),
    subjectId: z.string(),
    version: z.string(),
    filename: z.string(),
    sha256: z.string(),
    bytes: z.string(),
    ...signed,
  }),
  history: z.strictObject({
    runs: z.array(
      z.strictObject({
        from: z.strictObject(place),
        links: z.array(z.strictObject({ ...place, entry: z.string() })),
      }),
    ),
    entries: z.array(z.strictObject({ seq: z.int().min(0), entry })),
    anchors: z.array(z.strictObject({ ...place, day: z.string() })),
  }),
  keys: z.array(z.strictObject({ id: z.string(), publicKey: z.string() })),
  seal: z.strictObject(signed),
});
