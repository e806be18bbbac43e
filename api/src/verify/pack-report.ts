import type { PackHistory } from '../domain/evidence-pack.ts';
import { type CurrencyCode, formatAmount, type MinorUnits } from '../domain/money.ts';
import type { PackVerdict } from './judge-pack.ts';

/** The part of the record that a reader wants to see first. */
type Record = Readonly<{
  title: string;
  signer: { name: string; email: string };
  signedAt: string;
  timeZone: string;
  totals: { gross: MinorUnits };
  currency: CurrencyCode;
  method: string;
}>;

const proves = (isWitnessed: boolean): string[] => [
  'What this proves: the approved text, the record of the signature and the PDF are, to the letter, what the',
  ...(isWitnessed
    ? [
        'installation with this key signed, and the history that tells of the signature was not changed since its',
        'fingerprint was mailed.',
      ]
    : ['installation with this key signed.']),
];
const provesNot = [
  'What it does not prove: who sat at the keyboard, or that the clock of the server was right. The company keeps',
  'the key, the record and the history itself; the independent part is the fingerprint that was mailed each day.',
  'It is no qualified electronic signature.',
];
const ownKeys = [
  'No key was given, so the keys inside the file were used. That shows that nothing was changed since the file',
  'was made, and not who made it. Ask the company for its public key in another way (countersign public-key) and',
  'give it with --key.',
];

/** The report, a line each: what was looked at, the first thing that is wrong, and what all this proves. */
export function packReport({ pack, checks, usedOwnKeys }: PackVerdict): string[] {
  const wrong = checks.find(({ problem }) => problem !== null);
  const seen = checks.map(({ label, problem }) => `  ${problem === null ? 'ok   ' : 'WRONG'}  ${label}`);
  if (wrong !== undefined) {
    return [
      'This file does not hold.',
      '',
      ...seen,
      '',
      `First thing that is wrong: ${wrong.label}. ${wrong.problem}`,
      'Ask the company for the file again, and keep this one as it is: what was changed may matter.',
      ...(usedOwnKeys ? [] : ['', 'Only the keys that were given were believed.']),
    ];
  }
  return [
    ...(pack === null ? [] : summary(pack.quote, pack.company, JSON.parse(pack.evidence.text) as Record)),
    '',
    ...seen,
    ...(pack === null ? [] : ['', ...anchorLines(pack.history)]),
    '',
    ...(usedOwnKeys ? [...ownKeys, ''] : []),
    ...proves(pack !== null && isWitnessed(pack.history)),
    '',
    ...provesNot,
  ];
}

function summary(quote: string, company: string, record: Record): string[] {
  const { title, signer, signedAt, timeZone, totals, currency, method } = record;
  const isSigned = method !== 'ON_BEHALF';
  return [
    'This file holds: nothing in it was changed.',
    '',
    `  Quote      ${quote}, ${title}`,
    `  From       ${company}`,
    `  ${isSigned ? 'Signed by' : 'Agreed by'}  ${[signer.name, signer.email].filter(Boolean).join(', ')}`,
    `  ${isSigned ? 'Signed at' : 'Recorded '}  ${signedAt} (time zone of the quote: ${timeZone})`,
    `  Total      ${formatAmount({ amount: totals.gross, currency }, 'en')} once; what recurs stands in the record`,
    ...(isSigned
      ? []
      : [
          '',
          'Staff recorded that the customer agreed in another way. The customer signed nothing on the server.',
        ]),
  ];
}

const notYet = [
  'No fingerprint was mailed since the signature yet, so nothing outside of the company bears witness to it. A file',
  'that is made from tomorrow on will name one.',
];

/** Whether a fingerprint was mailed that counts the signature in. */
function isWitnessed({ anchors, entries }: PackHistory): boolean {
  const signedAt = Math.max(
    ...entries.filter(({ entry }) => entry.action === 'quote.accepted').map(({ seq }) => seq),
  );
  return anchors.some(({ seq }) => seq >= signedAt);
}

function anchorLines(history: PackHistory): string[] {
  const { anchors } = history;
  return [
    ...(anchors.length === 0 ? [] : ['Compare these fingerprints with the mails that the owner got:']),
    ...anchors.map(({ day, seq, hash }) => `  ${day}  ${seq} entries  ${hash}`),
    ...(isWitnessed(history) ? [] : notYet),
  ];
}
