import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { dayText } from '../../ui/day.ts';
import { rateText } from '../../ui/figure-words.ts';
import { locale } from '../../ui/locale.ts';

type Stage = Quote_AllFragment['stages'][number];

/** How large a stage is, when it is invoiced, and when it is to be paid if not as the others. */
export function stageWords({ percent, fixedAmount, due, dueOn, paymentTermsDays }: Stage): string {
  const size = percent === null ? (fixedAmount ? '' : 'the rest') : rateText(percent);
  const when = {
    ON_SIGNING: 'invoiced at signing',
    ON_MILESTONE: 'invoiced when it is reached',
    ON_DATE: dueOn ? `invoiced on ${dayText(dueOn, locale)}` : '',
  }[due];
  return [size, when, paymentTermsDays === null ? '' : termsWords(paymentTermsDays)]
    .filter(Boolean)
    .join(' · ');
}

function termsWords(days: number): string {
  if (days === 0) return 'due on the day of issue';
  return days === 1 ? 'due the day after' : `due ${days} days after`;
}
