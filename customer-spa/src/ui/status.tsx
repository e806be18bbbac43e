import type { Tone } from './tone.ts';

/** How a thing stands, in words first; the colour only repeats them. */
export function Status({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`status ${tone}`}>{children}</span>;
}
