import { type LocalDate, isLocalDate, localDate } from '@countersign/api/domain/local-date';
import type { QuoteInput } from '../../../gql/graphql.ts';
import { blankGroupsOf, isBlankLine, isBlankOption } from './blank-rows.ts';
import { plannedStage, pricedLine, pricedOption } from './live.ts';
import { limitsOf } from './option-groups.ts';
import type { QuoteForm } from './quote-form.ts';
import { readDiscount, readWhole } from '../../../ui/values.ts';

const dayOf = (text: string): LocalDate | null => (isLocalDate(text) ? text : null);

/** What the server is told. Each field was checked where it stands; rows that were never filled in are left out. */
export function inputOf(form: QuoteForm, currency: string): QuoteInput {
  const blank = blankGroupsOf(form);
  const options = form.options.filter((option) => !isBlankOption(option));
  const sent = new Set(options.map((option) => option.id));
  return {
    title: form.title.trim(),
    scope: form.scope,
    terms: form.terms,
    pricesIncludeTax: form.pricesIncludeTax,
    taxRounding: form.taxRounding,
    discount: readDiscount(form.discount, currency) ?? null,
    validUntil: localDate(form.validUntil),
    effectiveDate: dayOf(form.effectiveDate),
    paymentTermsDays: readWhole(form.paymentTermsDays),
    termsNote: form.termsNote.trim(),
    mailboxProof: form.mailboxProof === '' ? null : form.mailboxProof,
    lines: form.lines
      .filter((line) => !isBlankLine(line))
      .map((line) => ({
        ...pricedLine(line, currency),
        id: line.id,
        description: line.description.trim(),
        unit: line.unit.trim(),
        itemId: line.itemId,
      })),
    groups: form.groups
      .filter((group) => !blank.has(group.id))
      .map((group) => ({
        id: group.id,
        title: group.title.trim(),
        description: group.description.trim(),
        ...limitsOf(form, group),
      })),
    options: options.map((option) => ({
      ...pricedOption(option, currency),
      description: option.description.trim(),
      unit: option.unit.trim(),
      groupId: option.groupId !== null && blank.has(option.groupId) ? null : option.groupId,
      requires: option.requires.filter((id) => sent.has(id)),
      excludes: option.excludes.filter((id) => sent.has(id)),
      itemId: option.itemId,
    })),
    stages: form.stages.map((stage) => ({
      ...plannedStage(stage, currency),
      id: stage.id,
      label: stage.label.trim(),
      paymentTermsDays: readWhole(stage.paymentTermsDays),
    })),
  };
}
