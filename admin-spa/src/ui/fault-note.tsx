import { Button } from '@mantine/core';
import { Note } from './note.tsx';

type Known = { code: string; message: string; reference: string | null };

const sentences: Record<string, string> = {
  FORBIDDEN: 'Your role does not allow this. An owner can change what you may do.',
  NOT_FOUND: 'This record is not here. It may never have existed, or the address is cut off.',
  CONFLICT:
    'Somebody else changed this in the meantime. Load it again and look before you repeat your change.',
  UNREACHABLE: 'The server cannot be reached. Nothing was lost; what you typed is still here.',
  UNAUTHENTICATED: 'Your session has ended. Sign in again.',
  BAD_USER_INPUT: 'The server could not read this request.',
};

export function FaultNote({ fault, retry }: { fault: Known | null; retry?: () => void }) {
  if (!fault) return null;
  return (
    <Note tone="bad" title={fault.code === 'NOT_FOUND' ? 'Not found' : 'That did not work'}>
      <p>{sentences[fault.code] ?? 'Something went wrong on the server. Trying again is safe.'}</p>
      {fault.reference && (
        <p className="dim">
          Reference <code>{fault.reference}</code>
        </p>
      )}
      {retry && fault.code !== 'NOT_FOUND' && fault.code !== 'FORBIDDEN' && (
        <Button variant="default" size="xs" onClick={retry}>
          Try again
        </Button>
      )}
    </Note>
  );
}
