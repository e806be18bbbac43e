import { useFormat } from './format.ts';

/** A calendar day; a dash for one that is not set yet. */
export function Day({ on }: { on: string | null }) {
  const format = useFormat();
  if (on === null) return '–';
  return (
    <time className="num" dateTime={on}>
      {format.day(on)}
    </time>
  );
}

/** An instant in the company's time zone; the full one, with the zone, on hover. */
export function Instant({ at, dayOnly }: { at: string; dayOnly?: boolean }) {
  const format = useFormat();
  return (
    <time className="num" dateTime={at} title={format.exact(at)}>
      {dayOnly ? format.dayOf(at) : format.instant(at)}
    </time>
  );
}
