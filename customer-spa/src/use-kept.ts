import { useState } from 'react';
import { keep, kept } from './session.ts';

/** A text that is still there after a reload, after a refusal, and after its form was closed and opened again. */
export function useKept(key: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => kept(key) ?? '');
  return [
    text,
    (next) => {
      keep(key, next);
      setText(next);
    },
  ];
}
