/**
 * The record of a signature: everything that the customer was shown and agreed to, who signed, how, when and from where. Its
 * canonical text is hashed, so that not one character can be changed later without notice. For the quote of $3,299.00 with the
 * option of $450.00 it holds both prices, the total of 374900 and the three stages of 112470, 149960 and 112470.
 */
import type { Agreed } from './acceptance.ts';
import type { OnBehalf } from './on-behalf.ts';
import { type Discount, lineAmount, optionAmount, type Totals } from './pricing.ts';
import type { QuoteSnapshot, SnapshotLine, SnapshotOption, SnapshotStage } from './quote-snapshot.ts';
import type { Signature } from './signature.ts';
import { stageTotals } from './stages.ts';

/** What the record is made of. `signedAt` is the server's time, ISO 8601 in UTC with milliseconds. */
export type SignatureFacts = Readonly<{
  snapshot: QuoteSnapshot;
  revisionHash: string;
  agreed: Agreed;
  /** What the customer signed with; or who of the staff accepted for the customer, who then signed nothing here. */
  signature: Signature | OnBehalf;
  client: Readonly<{ ip: string; userAgent: string }>;
  signedAt: string;
}>;

/** Only what belongs to it, here and below, so that nothing can ride along into the record. */
const reduction = (discount: Discount | null) =>
  discount === null ? null : { percent: discount.percent, amount: discount.amount };

const figures = ({ net, tax, gross, taxes }: Totals) => ({
  net,
  tax,
  gross,
  taxes: taxes.map((part) => ({
    treatment: part.treatment,
    rate: part.rate,
    net: part.net,
    tax: part.tax,
  })),
});

const lineAgreed = (line: SnapshotLine) => ({
  id: line.id,
  description: line.description,
  quantity: line.quantity,
  unit: line.unit,
  unitPrice: line.unitPrice,
  discount: reduction(line.discount),
  taxTreatment: line.taxTreatment,
  taxRate: line.taxRate,
  billing: line.billing,
  amount: lineAmount(line),
});

const optionAgreed = (option: SnapshotOption, quantity: number) => ({
  id: option.id,
  title: option.title,
  description: option.description,
  unit: option.unit,
  price: option.price,
  quantity,
  taxTreatment: option.taxTreatment,
  taxRate: option.taxRate,
  billing: option.billing,
  amount: optionAmount(option, quantity),
});

const stageAgreed = (stage: SnapshotStage, totals: Totals | undefined) => {
  if (totals === undefined) throw new RangeError('a stage without totals');
  const { id, label, percent, amount, due, dueOn, paymentTermsDays, autoIssue } = stage;
  return { id, label, percent, amount, due, dueOn, paymentTermsDays, autoIssue, totals: figures(totals) };
};

/** What the record must not be taken for stands in the record itself. */
const onBehalf = ({ by, staffId, reason, signedOn }: OnBehalf) => ({
  by,
  staffId,
  reason,
  signedOn,
  note: 'Entered by staff for the customer. The customer signed nothing on this server; no mailbox and no consent was proven here. ip and userAgent are those of the member of staff; signedAt is when it was entered.',
});

/** The record, to be written with `canonical`. `format` goes up when a field changes its meaning. */
export function acceptanceEvidence(facts: SignatureFacts) {
  const { snapshot, agreed, signature, client } = facts;
  const { totals, subtotal, discount, recurring } = agreed.price;
  const stages = stageTotals(totals, snapshot.stages);
  return {
    format: 1,
    quote: snapshot.number,
    title: snapshot.title,
    revisionHash: facts.revisionHash,
    company: snapshot.company,
    customer: snapshot.customer,
    currency: snapshot.currency,
    pricesIncludeTax: snapshot.pricesIncludeTax,
    taxRounding: snapshot.taxRounding,
    taxNotes: snapshot.taxNotes,
    lines: snapshot.lines.map(lineAgreed),
    options: snapshot.options.flatMap((option) =>
      agreed.choices
        .filter((choice) => choice.optionId === option.id)
        .map((choice) => optionAgreed(option, choice.quantity)),
    ),
    subtotal,
    discount: reduction(snapshot.discount),
    discountTotal: discount,
    totals: figures(totals),
    recurring: recurring.map((part) => ({ billing: part.billing, totals: figures(part.totals) })),
    effectiveDate: snapshot.effectiveDate,
    stages: snapshot.stages.map((stage, position) => stageAgreed(stage, stages[position])),
    paymentTermsDays: snapshot.paymentTermsDays,
    attachments: snapshot.attachments.map(({ name, contentType, size, hash }) => ({
      name,
      contentType,
      size,
      hash,
    })),
    scope: snapshot.scope,
    terms: snapshot.terms,
    consent: signature.method === 'ON_BEHALF' ? null : snapshot.consent,
    signer: {
      name: agreed.name,
      email: agreed.email,
      proof: signature.method === 'ON_BEHALF' ? signature.method : snapshot.mailboxProof,
    },
    method: signature.method,
    strokes: signature.method === 'DRAWN' ? signature.strokes : [],
    ip: client.ip,
    userAgent: client.userAgent,
    signedAt: facts.signedAt,
    timeZone: snapshot.timeZone,
    ...(signature.method === 'ON_BEHALF' && { onBehalf: onBehalf(signature) }),
  };
}
