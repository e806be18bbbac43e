import { useRef } from 'react';

export type Attempt = {
  /** The key for this input: the same one again while the same input has had no answer. */
  keyFor(input: object): string;
  /** The server answered; whatever is sent next is a new attempt. */
  answered(): void;
};

/** Keys that make a repeat after a lost answer safe, and never hand an old answer to a new attempt. */
export function useAttempt(): Attempt {
  const open = useRef<{ key: string; input: string } | null>(null);
  return {
    keyFor(input) {
      const text = JSON.stringify(input);
      if (open.current?.input !== text) open.current = { key: newKey(), input: text };
      return open.current.key;
    },
    answered() {
      open.current = null;
    },
  };
}

/** crypto.randomUUID exists on https only; a company may try the product in its own network first. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
