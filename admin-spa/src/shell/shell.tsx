import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { Fault } from '../graphql.ts';
import { SessionContext, sessionQuery } from '../session.ts';
import { Empty } from '../ui/empty.tsx';
import { FaultNote } from '../ui/fault-note.tsx';
import { PlaceContext } from '../ui/format.ts';
import { ButtonLink } from '../ui/links.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Navigation } from './navigation.tsx';
import styles from './shell.module.css';

/** The frame of every screen behind the sign-in. */
export function Shell() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const place = useMemo(
    () => ({
      locale: navigator.language,
      timeZone: session?.company.timeZone ?? 'UTC',
      taxLabel: session?.company.taxLabel ?? 'Tax',
    }),
    [session],
  );
  // signed out a moment ago: the router is on its way to the sign-in
  if (!session) return null;
  return (
    <SessionContext value={session}>
      <PlaceContext value={place}>
        <a className="unseen" href="#content">
          Skip to content
        </a>
        <div className={styles.shell}>
          <aside className={styles.side} aria-label="Navigation and account">
            <div className={styles.brand}>
              <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="26" height="26" />
              <span>{session.company.name}</span>
            </div>
            <Navigation />
            <div className={styles.account}>
              <AccountMenu />
            </div>
          </aside>
          <Main />
        </div>
      </PlaceContext>
    </SessionContext>
  );
}

/** A new screen takes the focus, so that keyboard and screen reader start where the eyes do. */
function Main() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current !== undefined && shown.current !== path) main.current?.focus({ preventScroll: true });
    shown.current = path;
  }, [path]);
  return (
    <main id="content" ref={main} tabIndex={-1} className={styles.main}>
      <Outlet />
    </main>
  );
}

export function Missing() {
  return (
    <main>
      <title>Not found · Countersign</title>
      <Empty
        icon="search"
        level={1}
        title="There is no such page"
        action={<ButtonLink to="/">Go home</ButtonLink>}
      >
        The address may be cut off, or the page has moved.
      </Empty>
    </main>
  );
}

export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const fault = error instanceof Fault ? error : new Fault('INTERNAL_SERVER_ERROR', String(error));
  return (
    <main className={styles.broken}>
      <title>Fault · Countersign</title>
      <FaultNote fault={fault} retry={reset} />
    </main>
  );
}
