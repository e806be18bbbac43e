import { gestures, isByHand } from './hands.ts';

const enough = 2000;

/**
 * Calls once a person has the page before their eyes: it was visible for two seconds in all, and a hand moved on it. Robots
 * load pages, run their scripts and wait for minutes, but the events that a script makes are not trusted.
 */
export function whenOpened(opened: () => void): void {
  const watching = new AbortController();
  const { signal } = watching;
  let hasHand = false;
  let seen = 0;
  let visibleSince: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look() {
    const now = performance.now();
    if (visibleSince !== null) seen += now - visibleSince;
    visibleSince = document.visibilityState === 'visible' ? now : null;
    clearTimeout(timer);
    if (seen < enough) {
      if (visibleSince !== null) timer = setTimeout(look, enough - seen);
    } else if (hasHand) {
      watching.abort();
      opened();
    }
  }

  function notice(event: Event) {
    if (hasHand || !isByHand(event)) return;
    hasHand = true;
    look();
  }

  for (const gesture of gestures) addEventListener(gesture, notice, { capture: true, passive: true, signal });
  document.addEventListener('visibilitychange', look, { signal });
  look();
}
