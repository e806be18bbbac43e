import { useEditor } from './editor-store.ts';

/** What a key or a button has just done, for those who do not see it. */
export function Said() {
  const said = useEditor((state) => state.said);
  return (
    <p className="unseen" role="status">
      {said}
    </p>
  );
}
