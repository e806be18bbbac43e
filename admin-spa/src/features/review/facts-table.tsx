import styles from './facts-table.module.css';

type Fact = { label: string; sent: string | null; approved: string | null };

/** What came in beside what the records say; where they differ, it says so in words as well. */
export function FactsTable({ facts, caption }: { facts: readonly Fact[]; caption: string }) {
  const compared = facts.some((fact) => fact.sent !== null && fact.approved !== null);
  return (
    <div className={styles.frame}>
      <table className={styles.facts}>
        <caption className="unseen">{caption}</caption>
        <thead className={compared ? undefined : 'unseen'}>
          <tr>
            <th scope="col">
              <span className="unseen">What</span>
            </th>
            <th scope="col">Sent</th>
            <th scope="col">Approved</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <Row key={fact.label} fact={fact} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ fact }: { fact: Fact }) {
  const differs = fact.sent !== null && fact.approved !== null && fact.sent !== fact.approved;
  return (
    <tr data-differs={differs}>
      <th scope="row">{fact.label}</th>
      <td>
        {fact.sent ?? '–'}
        {differs && <span className={styles.mark}>differs</span>}
      </td>
      <td>{fact.approved ?? '–'}</td>
    </tr>
  );
}
