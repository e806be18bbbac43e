import { Fragment, type ReactNode, useState } from 'react';

/** A form that begins anew once it was saved, and never while somebody types in it. */
export function Anew({ children }: { children: (again: () => void) => ReactNode }) {
  const [times, setTimes] = useState(0);
  return <Fragment key={times}>{children(() => setTimes(times + 1))}</Fragment>;
}
