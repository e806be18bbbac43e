import { useCallback, useState } from 'react';

/** What a person likes to have shown, kept by the browser: the column of costs, the preview. */
export function useHabit(name: 'cost' | 'preview', usually: boolean): [boolean, (shown: boolean) => void] {
  const key = `countersign-editor-${name}`;
  const [shown, setShown] = useState(() => {
    const kept = localStorage.getItem(key);
    return kept === null ? usually : kept === 'shown';
  });
  const show = useCallback(
    (next: boolean) => {
      setShown(next);
      localStorage.setItem(key, next ? 'shown' : 'hidden');
    },
    [key],
  );
  return [shown, show];
}
