import { once } from 'node:events';
import { expect } from 'vitest';
import { type Failpoint, failpoints } from '../../api/src/failpoint.ts';
import type { ServerProcess } from './server-process.ts';
import { type Answered, outcome } from './world-asks.ts';
import { isGone, leasesRunOut, settled, type World } from './world.ts';

/** How often each place is died at. */
const seeds = Number(process.env['SEEDS'] ?? 1);

/** The places, each as often as it is to be died at. */
export const chosen = (...places: Failpoint[]): Failpoint[] =>
  Array.from({ length: seeds }, () => places).flat();

/** Which file of tests dies where. */
const chapters = {
  /** Correcting an invoice and giving money back. */
  money: /^(step|ledger|credit-note|refund|reconcile)\./,
  /** What comes in at the office: statements, claims, disputes, reports, and the credit that is used. */
  desk: /^(import|match|credit|allocate|claim|dispute|bounce|link)\./,
};
export type Chapter = keyof typeof chapters | 'sale';

/** The places that a chapter has to die at; those that belong to no other are on the way from a quote to its receipt. */
export const placesOf = (chapter: Chapter): Failpoint[] =>
  failpoints.filter((place) =>
    chapter === 'sale'
      ? !Object.values(chapters).some((pattern) => pattern.test(place))
      : chapters[chapter].test(place),
  );

/** Processes that are made to die, and where they did. */
export type Deaths = {
  /** A process that will die at the place. */
  armed(place: Failpoint, env?: Record<string, string>): Promise<ServerProcess>;
  /** Waits for the end, and looks that it was the failpoint and no other; then its jobs are free for the next. */
  died(server: ServerProcess): Promise<void>;
  /** Every place that was died at, so that none is left out. */
  places(): Failpoint[];
  count(): number;
};

export function deathsOn(world: () => World): Deaths {
  const deadly = new Set<Failpoint>();
  let deaths = 0;
  return {
    armed: (place, env = {}) => {
      deadly.add(place);
      deaths += 1;
      return world().server({ ...env, COUNTERSIGN_FAILPOINT: place });
    },
    died: async (server) => {
      if (!isGone(server.process))
        await once(server.process, 'exit', { signal: AbortSignal.timeout(60_000) });
      expect(server.process.signalCode).toBe('SIGKILL');
      await leasesRunOut(world());
    },
    places: () => [...deadly].toSorted(),
    count: () => deaths,
  };
}

export type AllOrNothing = {
  place: Failpoint;
  /** What there is of it: everything that must be there once or not at all. */
  standing: () => Promise<unknown>;
  ask: (url: string) => Promise<Answered>;
  wanted: string;
};

/** Dies at the place, and asks again elsewhere: nothing of it is there before a commit, all of it after, and once in the end. */
export async function allOrNothing(
  world: World,
  deaths: Deaths,
  healthy: ServerProcess,
  { place, standing, ask, wanted }: AllOrNothing,
): Promise<void> {
  const before = await standing();
  const doomed = await deaths.armed(place);
  expect(outcome(await ask(doomed.url))).toBe('no answer');
  await deaths.died(doomed);
  const between = await standing();
  expect(outcome(await ask(healthy.url))).toBe(wanted);
  expect(await settled(world)).toEqual([]);
  const after = await standing();
  expect(after).not.toEqual(before);
  if (place.endsWith('.after-commit')) expect(between).not.toEqual(before);
  else expect(between).toEqual(before);
}
