import type { EraseDialogQuery } from '../../gql/graphql.ts';
import { Day } from '../../ui/day.tsx';
import styles from './erasure-shares.module.css';
import { shareText, whyKept } from './erasure-words.ts';

type Preview = EraseDialogQuery['erasurePreview'];

/** What goes at once and what is kept, why and until when. */
export function ErasureShares({ preview: { outcome, kind, until, shares } }: { preview: Preview }) {
  const kept = shares.filter(({ goesNow }) => !goesNow);
  return (
    <div className={styles.shares}>
      <p>
        {whyKept[kind]} {outcome === 'ERASED' && 'Everything personal goes at once.'} Nothing of this can be
        taken back, and open quotes are withdrawn.
      </p>
      <List title="Erased now" of={shares.filter(({ goesNow }) => goesNow)} />
      {kept.length > 0 && (
        <>
          <List title="Kept" of={kept} />
          <p>
            {until === null ? (
              'They can go when nothing is owed any more and the years of the law are over.'
            ) : (
              <>
                Until <Day on={until} />. They are erased the day after, without anybody doing anything.
              </>
            )}{' '}
            Until then nothing new is written for this customer.
          </p>
        </>
      )}
    </div>
  );
}

function List({ title, of }: { title: string; of: Preview['shares'] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {of.map((share) => (
          <li key={share.what}>{shareText(share)}</li>
        ))}
      </ul>
    </section>
  );
}
