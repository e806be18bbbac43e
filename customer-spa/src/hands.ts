/** What a hand does on a page. Whoever only speaks to the machine moves focus by keys, and presses by clicks that are trusted. */
export const gestures = ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'wheel'];

/** Whether a hand did it and no script. A browser also says that the pointer moved when the page moved under it. */
export const isByHand = (event: Event): boolean =>
  event.isTrusted &&
  (event.type !== 'pointermove' ||
    !(event instanceof PointerEvent) ||
    event.movementX !== 0 ||
    event.movementY !== 0);

/**
 * Until a hand was seen on the page, what a program clicks does nothing: scanners of mail open every link, run the page and
 * press all that can be pressed, and must not decline, sign or pay. After that it may, because the programs that people use to
 * press for them (voice control, extensions) click like a script as well.
 */
export function ignorePrograms(): void {
  const watching = new AbortController();
  const { signal } = watching;
  const notice = (event: Event): void => {
    if (isByHand(event)) watching.abort();
  };
  const refuse = (event: Event): void => {
    if (event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const gesture of gestures) addEventListener(gesture, notice, { capture: true, passive: true, signal });
  addEventListener('click', refuse, { capture: true, signal });
}
