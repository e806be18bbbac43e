/**
 * The pieces of the history in an evidence file. Each piece begins behind a fingerprint that was mailed to the owner, or at the
 * beginning of the chain, and ends at the next one; so an entry that was changed, left out or put in afterwards shows, and so does
 * a history that was cut off. The entries of other quotes are there as hashes alone.
 */
import { chainStart, entryText, isAsWritten, sealText } from './audit-chain.ts';
import type { PackAnchor, PackHistory, PackRun } from './evidence-pack.ts';
import { membersOf } from './members-of.ts';

type HashOf = (text: string) => string;

/** The first place of a piece that does not follow from the one before it. */
function brokenLink({ from, links }: PackRun, hashOf: HashOf): number | null {
  let last: Readonly<{ seq: number; hash: string }> = from;
  for (const link of links) {
    if (link.seq !== last.seq + 1) return last.seq + 1;
    if (hashOf(sealText(last.hash, link.seq, link.entry)) !== link.hash) return link.seq;
    last = link;
  }
  return null;
}

/** A piece that begins nowhere that is known proves nothing. */
const startProblem = ({ from }: PackRun, anchors: readonly PackAnchor[]): boolean =>
  from.seq === 0
    ? from.hash !== chainStart
    : !anchors.some((anchor) => anchor.seq === from.seq && anchor.hash === from.hash);

/** The fingerprint that a history does not reach, or reaches as another. */
function lostAnchor({ runs, anchors }: PackHistory): PackAnchor | undefined {
  const reached = new Map(
    runs.flatMap(({ from, links }) => [from, ...links]).map((one) => [one.seq, one.hash]),
  );
  return anchors.find((anchor) => reached.get(anchor.seq) !== anchor.hash);
}

const tells = (facts: string, evidenceHash: string): boolean =>
  membersOf(facts, ['evidenceHash'])['evidenceHash'] === evidenceHash;

/** What is wrong with the history, in a sentence that names the place; null when nothing is. */
export function historyProblem(history: PackHistory, evidenceHash: string, hashOf: HashOf): string | null {
  const { runs, entries, anchors } = history;
  if (runs.some((run) => startProblem(run, anchors)))
    return 'A piece of the history does not begin at a fingerprint that was mailed.';
  for (const run of runs) {
    const seq = brokenLink(run, hashOf);
    if (seq !== null)
      return `Entry ${seq} of the history was changed, left out or put in after it was sealed.`;
  }
  const links = new Map(runs.flatMap((run) => run.links).map((link) => [link.seq, link.entry]));
  for (const { seq, entry } of entries) {
    if (links.get(seq) !== hashOf(entryText(entry)) || !isAsWritten(entry, hashOf))
      return seq === 0
        ? 'An entry of the history has lost its seal.'
        : `Entry ${seq} of the history does not say what was sealed.`;
  }
  const lost = lostAnchor(history);
  if (lost !== undefined)
    return `The history does not lead to the fingerprint that was mailed on ${lost.day}; it was cut off or replaced.`;
  return entries.some(({ entry }) => entry.action === 'quote.accepted' && tells(entry.facts, evidenceHash))
    ? null
    : 'The history does not tell of this signature.';
}
