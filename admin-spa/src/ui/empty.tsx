import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import styles from './empty.module.css';

/** Says what belongs here, why nothing is here, and the one thing to do about it. */
export function Empty(props: {
  icon: IconName;
  title: string;
  children: ReactNode;
  action?: ReactNode;
  level?: 1 | 2;
}) {
  const Heading = props.level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <span className={styles.mark}>
        <Icon name={props.icon} size={22} />
      </span>
      <Heading>{props.title}</Heading>
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}
