import { Button } from '@mantine/core';
import { Icon } from '../ui/icons.tsx';
import { queryOf } from './query-of.ts';

type Props = { list: 'invoices' | 'payments'; search: Record<string, string | undefined> };

/** Downloads all of the list as it is filtered and ordered, not only the rows that are loaded. */
export function CsvButton({ list, search }: Props) {
  return (
    <Button
      component="a"
      href={`/exports/${list}.csv?${queryOf(search)}`}
      download
      size="xs"
      variant="default"
      leftSection={<Icon name="file" size={15} />}
    >
      CSV
    </Button>
  );
}
