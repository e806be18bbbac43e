import type {
  BankLineStatus,
  BankMatchReason,
  BankStatementFormat,
  BankStatementStatus,
  MatchConfidence,
} from '../../gql/graphql.ts';
import type { Tone } from '../../ui/tone.ts';

type Label = { tone: Tone; label: string };

export const lineStatus: Record<BankLineStatus, Label> = {
  TO_MATCH: { tone: 'warn', label: 'To match' },
  MATCHED: { tone: 'good', label: 'Matched' },
  IGNORED: { tone: 'calm', label: 'Ignored' },
  OUTGOING: { tone: 'calm', label: 'Went out' },
};

export const statementStatus: Record<BankStatementStatus, Label> = {
  UPLOADED: { tone: 'warn', label: 'To check' },
  IMPORTING: { tone: 'accent', label: 'Being imported' },
  IMPORTED: { tone: 'good', label: 'Imported' },
  FAILED: { tone: 'bad', label: 'Failed' },
};

export const format: Record<BankStatementFormat, string> = {
  CSV: 'CSV',
  OFX: 'OFX',
  CAMT_053: 'CAMT.053',
};

export const confidence: Record<MatchConfidence, Label> = {
  STRONG: { tone: 'good', label: 'Fits' },
  LIKELY: { tone: 'accent', label: 'Likely' },
  POSSIBLE: { tone: 'calm', label: 'Possible' },
};

/** What speaks for a suggestion, and whether it says that something is a little off. */
export const reason: Record<BankMatchReason, { label: string; isOff?: true }> = {
  REFERENCE_EXACT: { label: 'Invoice number' },
  REFERENCE_CLOSE: { label: 'Nearly the number', isOff: true },
  AMOUNT_EXACT: { label: 'Exact amount' },
  AMOUNT_NEAR: { label: 'Nearly the amount', isOff: true },
  NAME: { label: 'Name' },
  DATE: { label: 'Date' },
  QUOTE_TOTAL: { label: 'Total of the quote' },
  ALREADY_RECORDED: { label: 'Confirmed before' },
};

/** `1 line`, `4 lines`. */
export const counted = (lines: number): string => (lines === 1 ? '1 line' : `${lines} lines`);
