import type { ReactNode } from 'react';
import styles from './page.module.css';

type Head = {
  title: string;
  /** The browser's title where it has to say more than the heading. */
  tabTitle?: string;
  status?: ReactNode;
  /** Where this page belongs, as a link. */
  above?: ReactNode;
  lead?: ReactNode;
  figure?: ReactNode;
  actions?: ReactNode;
};

export function PageHead({ title, tabTitle, status, above, lead, figure, actions }: Head) {
  return (
    <header className={styles.head}>
      <title>{`${tabTitle ?? title} · Countersign`}</title>
      <div className={styles.words}>
        {above && <div className={styles.above}>{above}</div>}
        <div className={styles.title}>
          <h1>{title}</h1>
          {status}
        </div>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {figure && <div className={styles.figure}>{figure}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

/** A sheet with a heading of its own. */
export function Panel(props: { title?: string; aside?: ReactNode; flush?: boolean; children: ReactNode }) {
  return (
    <section className={styles.panel}>
      {props.title && (
        <div className={styles.panelHead}>
          <h2>{props.title}</h2>
          {props.aside}
        </div>
      )}
      <div className={props.flush ? undefined : styles.inside}>{props.children}</div>
    </section>
  );
}
