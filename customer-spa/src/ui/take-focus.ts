/** For `ref`: what appears because somebody asked for it is where they go on. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
