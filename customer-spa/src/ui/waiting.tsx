export function Waiting() {
  return <p className="one-moment">One moment…</p>;
}
