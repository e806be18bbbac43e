import type { BankColumnMappingInput as Mapping, MappingPanelFragment } from '../../gql/graphql.ts';
import { columnName } from './column-select.tsx';
import { columnFields } from './mapping-words.ts';
import styles from './statement.module.css';

type Props = { table: MappingPanelFragment; mapping: Mapping };

/** The first rows as they stand in the file, each column with what it is taken for. */
export function RawTable({ table, mapping }: Props) {
  const places = Array.from({ length: table.columnCount }, (_, at) => at);
  const roleOf = (at: number) => columnFields.find(({ field }) => mapping[field] === at)?.label;
  return (
    // A table of a bank can be wider than a phone: it scrolls by itself, with the keyboard too.
    <div className={styles.raw} tabIndex={0} role="region" aria-label="The first rows of the file">
      <table>
        <thead>
          <tr>
            {places.map((at) => (
              <th key={at} scope="col" data-used={roleOf(at) !== undefined || undefined}>
                {columnName(table, at)}
                <span>{roleOf(at) ?? 'not used'}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            <tr key={line}>
              {places.map((at) => (
                <td key={at}>{row[at] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
