import type { ReviewCardFragment } from '../../gql/graphql.ts';
import { useMay } from '../../session.ts';
import { Instant } from '../../ui/day.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { AssignMenu } from './assign-menu.tsx';
import styles from './review-card.module.css';
import { SnoozeMenu } from './snooze-menu.tsx';
import { useItemSteps } from './use-item-steps.ts';

/** Who looks after the item, and until when it is put off. */
export function ItemMenus({ item }: { item: ReviewCardFragment }) {
  const settles = useMay('SETTLE_REVIEW');
  const steps = useItemSteps();
  const snoozed = item.snoozedUntil !== null && item.snoozedUntil > new Date().toISOString();
  return (
    <div className={styles.menus}>
      {snoozed && (
        <span className="dim">
          Put off until <Instant at={item.snoozedUntil ?? ''} dayOnly />
        </span>
      )}
      {settles ? (
        <>
          <AssignMenu
            label={item.assignee?.name ?? 'Assign'}
            assigned={item.assignee?.id ?? null}
            onAssign={(staffId) => void steps.assign(item.id, staffId)}
          />
          <SnoozeMenu snoozed={snoozed} onSnooze={(until) => void steps.snooze(item.id, until)} />
        </>
      ) : (
        item.assignee && <span className="dim">{item.assignee.name}</span>
      )}
      <RefusalNote refusal={steps.refusal} />
      <FaultNote fault={steps.fault} />
    </div>
  );
}
