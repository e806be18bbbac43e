import type { ReviewCardFragment } from '../../gql/graphql.ts';
import { groupNames, groups } from './kinds.ts';
import { ReviewCard } from './review-card.tsx';
import styles from './review-screen.module.css';

type Props = {
  items: readonly ReviewCardFragment[];
  settled: boolean;
  /** Null where items are not chosen. */
  chosen: ReadonlySet<string> | null;
  onChoose: (id: string, chosen: boolean) => void;
};

/** What waits, group by group; what is settled, newest first. */
export function ReviewList({ items, settled, ...choosing }: Props) {
  if (settled) return <Section title="Settled" items={items} {...choosing} />;
  return groupNames.map((group) => {
    const inGroup = items.filter((item) => item.group === group);
    return inGroup.length > 0 && <Section key={group} title={groups[group]} items={inGroup} {...choosing} />;
  });
}

type Part = Omit<Props, 'settled'> & { title: string };

function Section({ title, items, chosen, onChoose }: Part) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.id}>
            <ReviewCard
              item={item}
              chosen={chosen === null ? null : chosen.has(item.id)}
              onChoose={(on) => onChoose(item.id, on)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
