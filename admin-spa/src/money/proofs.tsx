import { Icon } from '../ui/icons.tsx';
import styles from './money.module.css';

/** What the customer sent with the claim: photos and PDFs, each in a tab of its own. */
export function Proofs({ of }: { of: readonly { name: string; url: string }[] }) {
  if (of.length === 0) return null;
  return (
    <ul className={styles.proofs} aria-label="Sent with it">
      {of.map(({ name, url }) => (
        <li key={url}>
          <Icon name="file" size={14} />
          <a href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
