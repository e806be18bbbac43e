/**
 * What a customer sends along with «I have paid»: a photo of the slip, or the bank's confirmation as a PDF. Of four files the
 * first three are kept; more would make nobody surer.
 */
import { type Refusal, refuse } from './refusal.ts';

export type Proof = Readonly<{ name: string; contentType: string; size: number; hash: string }>;

const mostProofs = 3;

/** Why a claim with these files takes no further one; null when it does. */
export const proofProblem = (files: readonly Proof[]): Refusal | null =>
  files.length < mostProofs
    ? null
    : refuse('INPUT_INVALID', `A claim has room for ${mostProofs} files, and all are there.`, 'file');
