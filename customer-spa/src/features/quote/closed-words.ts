import type { PortalQuoteStatus, Quote_AllFragment } from '../../gql/graphql.ts';
import { dayText, zoneText } from '../../ui/day.ts';
import { locale } from '../../ui/locale.ts';

type Words = Readonly<{ title: string; text: string }>;

/** What happened to a quote that cannot be signed, and what to do now. */
export function closedWords(quote: Quote_AllFragment): Words {
  const { company, status, newerNumber } = quote;
  const words: Partial<Record<PortalQuoteStatus, Words>> = {
    EXPIRED: {
      title: 'This quote has expired',
      text: `Its last day was ${dayText(quote.validUntil, locale)} (${zoneText(quote.timeZone)}). Prices may have changed since, so ${company.name} looks at them again before you sign.`,
    },
    DECLINED: {
      title: 'You declined this quote',
      text: `Thank you for saying so; ${company.name} has your answer. Should you change your mind, ask for a fresh quote.`,
    },
    SUPERSEDED: {
      title: 'There is a newer version of this quote',
      text: newerNumber
        ? 'This version cannot be signed any more. Everything is in the newer one.'
        : `It was sent to another address. If you should have it, please ask ${company.name}.`,
    },
  };
  return (
    words[status] ?? {
      title: 'This quote was withdrawn',
      text: `${company.name} has taken it back, so it cannot be signed. A newer quote may be in your mailbox.`,
    }
  );
}
