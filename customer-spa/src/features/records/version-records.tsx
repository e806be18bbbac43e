import type { PortalQuoteStatus, RecordsPage_ReadQuery } from '../../gql/graphql.ts';
import { hrefOf } from '../../link.ts';
import { instantText } from '../../ui/instant.ts';
import { locale } from '../../ui/locale.ts';
import { PdfButton } from '../../ui/pdf-button.tsx';
import type { Tone } from '../../ui/tone.ts';
import type { Find } from './find.ts';
import { Files, RecordCard, RecordSection } from './record-card.tsx';

export const quoteStandings: Readonly<Record<PortalQuoteStatus, readonly [string, Tone]>> = {
  OPEN: ['Open', 'waiting'],
  EXPIRED: ['Expired', 'quiet'],
  ACCEPTED: ['Accepted', 'good'],
  DECLINED: ['Declined', 'quiet'],
  SUPERSEDED: ['Replaced', 'quiet'],
  CANCELED: ['Withdrawn', 'quiet'],
  PREVIEW: ['Draft', 'quiet'],
};

type Records = RecordsPage_ReadQuery['portalRecords'];

export function VersionRecords({ versions, find }: { versions: Records['versions']; find: Find<Records> }) {
  return (
    <RecordSection
      id="versions"
      title={versions.length > 1 ? 'Versions of the quote' : 'The quote'}
      count={versions.length}
    >
      {versions.map(({ number, title, status, sentAt, signedAt }) => (
        <RecordCard key={number} title={title} status={quoteStandings[status]}>
          <span className="fine under">
            <a href={hrefOf({ screen: 'QUOTE', number })}>{number}</a>, sent on {instantText(sentAt, locale)}
          </span>
          {signedAt && <span className="fine under">Accepted on {instantText(signedAt, locale)}</span>}
          <Files>
            <PdfButton
              className="as-link"
              address={find((records) => records.versions.find((one) => one.number === number)?.pdfUrl)}
            >
              {status === 'ACCEPTED' ? 'PDF as accepted' : 'PDF'} <span className="sr-only">of {number}</span>
            </PdfButton>
          </Files>
        </RecordCard>
      ))}
    </RecordSection>
  );
}
