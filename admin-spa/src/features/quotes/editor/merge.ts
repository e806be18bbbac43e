import type { ListName, QuoteForm, Rows } from './quote-form.ts';

/** Three forms of one draft: as it was read, as it stands here, and as somebody else saved it in the meantime. */
export type Versions = Readonly<{ base: QuoteForm; mine: QuoteForm; theirs: QuoteForm }>;

type Value = string | boolean | null | readonly string[];

export const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Mine where I changed it, theirs everywhere else. */
const choose = <Of>(base: Of | undefined, mine: Of, theirs: Of): Of => (isSame(base, mine) ? theirs : mine);

type Row = Readonly<{ id: string } & Record<string, Value>>;

const mergeRow = (base: Row | undefined, mine: Row, theirs: Row): Row => {
  const merged: Record<string, Value> = {};
  for (const name of Object.keys(mine))
    merged[name] = choose(base?.[name], mine[name] ?? null, theirs[name] ?? null);
  return { ...merged, id: mine.id };
};

const byId = (rows: readonly Row[]): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.id, row]));

/** Rows in my order if I moved any, else in theirs; a new row of theirs stands behind the one that it followed there. */
function mergeRows(base: readonly Row[], mine: readonly Row[], theirs: readonly Row[]): Row[] {
  const [was, here, there] = [byId(base), byId(mine), byId(theirs)];
  const isKept = (row: Row): boolean => {
    const before = was.get(row.id);
    if (before === undefined || (here.has(row.id) && there.has(row.id))) return true;
    // somebody removed it: it stays only if I have changed it since
    return here.has(row.id) && !isSame(before, row);
  };
  const merged = (row: Row): Row => {
    const [a, b] = [here.get(row.id), there.get(row.id)];
    return a && b ? mergeRow(was.get(row.id), a, b) : row;
  };
  const common = (rows: readonly Row[]) =>
    rows.map((row) => row.id).filter((id) => was.has(id) && here.has(id) && there.has(id));
  const [lead, rest] = isSame(common(base), common(mine)) ? [theirs, mine] : [mine, theirs];
  const order = lead.filter(isKept);
  for (const [at, row] of rest.entries()) {
    if (order.some((one) => one.id === row.id) || !isKept(row)) continue;
    const before = rest.slice(0, at).findLast((one) => order.some((other) => other.id === one.id));
    order.splice(before ? order.findIndex((one) => one.id === before.id) + 1 : 0, 0, row);
  }
  return order.map(merged);
}

const lists: readonly ListName[] = ['lines', 'groups', 'options', 'stages'];
const isList = (name: string): name is ListName => lists.some((list) => list === name);

/** Both changes in one form; where both changed the same field, mine stands. */
export function combine({ base, mine, theirs }: Versions): QuoteForm {
  const merged: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(mine)) {
    const field = name as keyof QuoteForm;
    merged[field] = isList(field)
      ? mergeRows(rowsOf(base, field), rowsOf(mine, field), rowsOf(theirs, field))
      : choose(base[field], value, theirs[field]);
  }
  return merged as QuoteForm;
}

const rowsOf = (form: QuoteForm, name: ListName): readonly Row[] =>
  form[name] satisfies readonly Rows[ListName][];
