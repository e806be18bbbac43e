import styles from './facts-table.module.css';

type Fact = { label: string; sent: string | null; approved: string | null };

type Props = {
  facts: readonly Fact[];
  caption: string;
  /** What the two sides are called. */
  sides: readonly [sent: string, approved: string];
  /** Whether the two sides of this fact differ where it matters. */
  differs: (fact: Fact) => boolean;
};

/** What came in beside what the records say; where they differ, it says so in words as well. */
export function FactsTable({ facts, caption, sides: [sent, approved], differs }: Props) {
  const paired = facts.some((fact) => fact.approved !== null);
  const compared = facts.some((fact) => fact.sent !== null && fact.approved !== null);
  return (
    <div className={styles.frame}>
      <table className={styles.facts} data-paired={paired}>
        <caption className="unseen">{caption}</caption>
        <thead className={compared ? undefined : 'unseen'}>
          <tr>
            <th scope="col">
              <span className="unseen">What</span>
            </th>
            <th scope="col">{sent}</th>
            {paired && <th scope="col">{approved}</th>}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <Row key={fact.label} fact={fact} paired={paired} differs={differs(fact)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ fact, paired, differs }: { fact: Fact; paired: boolean; differs: boolean }) {
  return (
    <tr data-differs={differs}>
      <th scope="row">{fact.label}</th>
      <td>
        {fact.sent ?? '–'}
        {differs && <span className={styles.mark}>differs</span>}
      </td>
      {paired && <td>{fact.approved ?? '–'}</td>}
    </tr>
  );
}
