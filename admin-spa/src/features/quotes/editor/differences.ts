import { isSame, type Versions } from './merge.ts';
import { type ListName, type QuoteForm, rowName } from './quote-form.ts';

/** One thing that the two forms say differently, and who changed it. */
export type Difference = Readonly<{
  label: string;
  mine: string;
  theirs: string;
  by: 'YOU' | 'THEM' | 'BOTH';
}>;

const details: Readonly<Record<Exclude<keyof QuoteForm, ListName>, string>> = {
  title: 'Title',
  scope: 'Scope',
  terms: 'Terms',
  pricesIncludeTax: 'Prices with the tax inside',
  taxRounding: 'Rounding of tax',
  discount: 'Discount of the quote',
  validUntil: 'Valid until',
  effectiveDate: 'Recurring items begin',
  paymentTermsDays: 'Payment terms',
  termsNote: 'Note on the payment terms',
  mailboxProof: 'Proof of the mailbox',
};

const cells: Readonly<Record<string, string>> = {
  description: 'description',
  title: 'title',
  label: 'name',
  quantity: 'quantity',
  unit: 'unit',
  unitPrice: 'price',
  price: 'price',
  discount: 'discount',
  tax: 'tax',
  billing: 'billing',
  cost: 'cost',
  min: 'least number',
  max: 'most',
  groupId: 'group',
  minQuantity: 'least quantity',
  maxQuantity: 'most',
  requires: 'what it needs',
  excludes: 'what it excludes',
  preselected: 'preselected',
  kind: 'kind',
  value: 'value',
  due: 'when it is due',
  dueOn: 'day',
  paymentTermsDays: 'payment terms',
  autoIssue: 'issued by itself',
};

type Row = Readonly<{ id: string } & Record<string, unknown>>;

const text = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : `${value.length} chosen`;
  const words = typeof value === 'string' ? value.trim() : '';
  if (words === '') return 'nothing';
  return words.length > 160 ? `${words.slice(0, 157)}…` : words;
};

const nameOf = (row: Row, list: ListName): string => {
  const name = [row['description'], row['title'], row['label']].find(
    (one) => typeof one === 'string' && one !== '',
  );
  const kind = rowName[list];
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} “${text(name)}”`;
};

function whoChanged(base: unknown, mine: unknown, theirs: unknown): Difference['by'] {
  if (isSame(base, mine)) return 'THEM';
  return isSame(base, theirs) ? 'YOU' : 'BOTH';
}

function rowDifferences(list: ListName, { base, mine, theirs }: Versions): Difference[] {
  const find = (form: QuoteForm, id: string): Row | undefined => form[list].find((row) => row.id === id);
  const ids = new Set([...mine[list], ...theirs[list]].map((row) => row.id));
  const found = [...ids].flatMap((id): Difference[] => {
    const [was, here, there] = [find(base, id), find(mine, id), find(theirs, id)];
    const row = here ?? there;
    if (row === undefined) return [];
    const label = nameOf(row, list);
    if (!here || !there) {
      const by = was === undefined ? (here ? 'YOU' : 'THEM') : here ? 'THEM' : 'YOU';
      return [{ label, mine: here ? 'there' : 'not there', theirs: there ? 'there' : 'not there', by }];
    }
    return Object.keys(cells)
      .filter((name) => name in here && !isSame(here[name], there[name]))
      .map((name) => ({
        label: `${label}: ${cells[name]}`,
        mine: text(here[name]),
        theirs: text(there[name]),
        by: whoChanged(was?.[name], here[name], there[name]),
      }));
  });
  const order = (form: QuoteForm, other: QuoteForm) =>
    form[list].map((row) => row.id).filter((id) => find(other, id) !== undefined);
  const [here, there] = [order(mine, theirs), order(theirs, mine)];
  if (isSame(here, there)) return found;
  const was = base[list].map((row) => row.id).filter((id) => here.includes(id));
  return [
    ...found,
    {
      label: `Order of the ${rowName[list]}s`,
      mine: 'yours',
      theirs: 'theirs',
      by: whoChanged(was, here, there),
    },
  ];
}

/** What two people made of one draft, field by field. Empty when both say the same. */
export function differences(versions: Versions): Difference[] {
  const { base, mine, theirs } = versions;
  const single = Object.entries(details).flatMap(([name, label]): Difference[] => {
    const field = name as keyof typeof details;
    if (mine[field] === theirs[field]) return [];
    const by = whoChanged(base[field], mine[field], theirs[field]);
    return [{ label, mine: text(mine[field]), theirs: text(theirs[field]), by }];
  });
  const lists: readonly ListName[] = ['lines', 'groups', 'options', 'stages'];
  return [...single, ...lists.flatMap((list) => rowDifferences(list, versions))];
}
