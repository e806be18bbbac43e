import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { FaultNote } from './fault-note.tsx';

type Read<Result> = {
  data: Result | undefined;
  error: (Error & { code?: string; reference?: string | null }) | null;
  refetch: () => unknown;
};

/** Shows what was read; while there is nothing to show, the skeleton, or why it failed with a way to try again. */
export function Loaded<Result>(props: {
  read: Read<Result>;
  rows?: number;
  children: (result: Result) => ReactNode;
}) {
  const { data, error, refetch } = props.read;
  if (data !== undefined) {
    return (
      <>
        {error && <FaultNote fault={known(error)} retry={refetch} />}
        {props.children(data)}
      </>
    );
  }
  if (error) return <FaultNote fault={known(error)} retry={refetch} />;
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: props.rows ?? 6 }, (_, row) => (
        <Skeleton key={row} height={row === 0 ? 28 : 44} mb={10} width={row === 0 ? '40%' : '100%'} />
      ))}
    </div>
  );
}

const known = (error: Error & { code?: string; reference?: string | null }) => ({
  code: error.code ?? 'INTERNAL_SERVER_ERROR',
  message: error.message,
  reference: error.reference ?? null,
});
