import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { graphql } from '../../gql/gql.ts';
import type { MoneyFigurePartsFragment, MoneyFiguresQuery } from '../../gql/graphql.ts';
import { request } from '../../graphql.ts';
import { type Money, useFormat } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import styles from './money-figures.module.css';

const Figures = graphql(`
  query MoneyFigures {
    paymentFigures {
      today
      weekStart
      monthStart
      errors
      paidToday {
        ...MoneyFigureParts
      }
      paidThisWeek {
        ...MoneyFigureParts
      }
      unpaid {
        ...MoneyFigureParts
      }
      overdue {
        ...MoneyFigureParts
      }
      toConfirm {
        ...MoneyFigureParts
      }
      cardUnderWay {
        ...MoneyFigureParts
      }
      cardInTrouble {
        ...MoneyFigureParts
      }
      credit {
        ...MoneyFigureParts
      }
    }
  }
  fragment MoneyFigureParts on MoneyFigure {
    count
    totals {
      amount
      currency
    }
  }
`);

/** How the money stands; each figure leads to what it is made of. */
export function MoneyFigures() {
  const read = useQuery({
    queryKey: ['payments', 'figures'],
    queryFn: async () => (await request(Figures)).paymentFigures,
    refetchInterval: 30_000,
  });
  return (
    <section aria-label="How the money stands" className={styles.section}>
      <Loaded read={read} rows={3}>
        {(figures) => <Cards figures={figures} />}
      </Loaded>
    </section>
  );
}

function Cards({ figures }: { figures: MoneyFiguresQuery['paymentFigures'] }) {
  const { today, weekStart, monthStart } = figures;
  const confirmed = { status: 'CONFIRMED', sort: 'CONFIRMED', direction: 'DESCENDING', to: today } as const;
  const owed = { sort: 'DUE_DATE', direction: 'ASCENDING' } as const;
  return (
    <ul className={styles.cards}>
      <Card of={figures.paidToday}>
        <Link to="/payments" resetScroll={false} search={{ ...confirmed, from: today }}>
          Paid today
        </Link>
      </Card>
      <Card of={figures.paidThisWeek}>
        <Link to="/payments" resetScroll={false} search={{ ...confirmed, from: weekStart }}>
          Paid this week
        </Link>
      </Card>
      <Card of={figures.unpaid}>
        <Link to="/invoices" search={{ ...owed, status: 'UNPAID' }}>
          Unpaid
        </Link>
      </Card>
      <Card of={figures.overdue} alert>
        <Link to="/invoices" search={{ ...owed, status: 'OVERDUE' }}>
          Overdue
        </Link>
      </Card>
      <Card of={figures.toConfirm} alert>
        <Link to="/payments" resetScroll={false} search={{ status: 'TO_CONFIRM' }}>
          Claims to confirm
        </Link>
      </Card>
      <Card of={figures.cardUnderWay}>
        <Link to="/payments" resetScroll={false} search={{ status: 'UNDER_WAY', method: 'CARD' }}>
          Cards on their way
        </Link>
      </Card>
      <Card of={figures.cardInTrouble} note="last 30 days" alert>
        <Link
          to="/payments"
          resetScroll={false}
          search={{ status: 'IN_TROUBLE', method: 'CARD', from: monthStart }}
        >
          Cards failed or not known
        </Link>
      </Card>
      <Card of={{ count: figures.errors, totals: [] }} note="in the inbox" alert>
        <Link to="/" search={{ group: 'PAYMENTS' }}>
          Problems with payments
        </Link>
      </Card>
      <Card of={figures.credit}>Credit of customers</Card>
    </ul>
  );
}

type Props = {
  of: MoneyFigurePartsFragment;
  note?: string;
  /** Whether any of it is something to look at. */
  alert?: true;
  /** What it is, as a link to what it is made of; the link covers the card. */
  children: ReactNode;
};

function Card({ of, note, alert, children }: Props) {
  return (
    <li className={styles.card} data-alert={alert && of.count > 0}>
      <span className={styles.label}>
        {children}
        {note && <small>{note}</small>}
      </span>
      <strong className={styles.number}>{of.count.toLocaleString()}</strong>
      <span className={styles.totals}>
        {of.totals.map((total) => (
          <Sum key={total.currency} of={total} />
        ))}
      </span>
    </li>
  );
}

const Sum = ({ of }: { of: Money }) => <span className="num">{useFormat().money(of)}</span>;
