import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { graphql } from './gql/gql.ts';
import type { Permission, SessionQuery } from './gql/graphql.ts';
import { Fault, request } from './graphql.ts';

const SessionDocument = graphql(`
  query Session {
    me {
      id
      name
      email
      role
      permissions
    }
    company {
      name
      currency
      timeZone
      taxLabel
    }
  }
`);

export type Session = { me: NonNullable<SessionQuery['me']>; company: SessionQuery['company'] };

/** Who is signed in and for whom; null without a session (the company is then not told, so the whole answer is a fault). */
async function readSession(): Promise<Session | null> {
  try {
    const { me, company } = await request(SessionDocument);
    return me ? { me, company } : null;
  } catch (error) {
    if (error instanceof Fault && error.code === 'UNAUTHENTICATED') return null;
    throw error;
  }
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession, staleTime: 300_000 });

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('This screen is only for those who are signed in.');
  return session;
}

/** Whether the person may; the server asks again. */
export function useMay(permission: Permission): boolean {
  return useSession().me.permissions.includes(permission);
}
