/** A body of an HTML form or of Stripe's API, where brackets nest: `line_items[0][price_data][currency]=aud`. */
export type FormTree = { [key: string]: FormTree | string };

const mostDepth = 8;

/** Lists come out as trees with the keys 0, 1, …; `expand[]` counts by itself. */
export function parseFormBody(body: string): FormTree {
  const tree: FormTree = Object.create(null);
  for (const [name, value] of new URLSearchParams(body)) {
    const keys = [...name.matchAll(/[^[\]]+|\[\]/gu)].map((match) => match[0]);
    const last = keys.pop();
    if (last === undefined || keys.length >= mostDepth) continue;
    let branch = tree;
    for (const key of keys) branch = deeper(branch, key);
    branch[last === '[]' ? String(Object.keys(branch).length) : last] = value;
  }
  return tree;
}

function deeper(branch: FormTree, key: string): FormTree {
  const found = branch[key];
  if (typeof found === 'object') return found;
  const made: FormTree = Object.create(null);
  branch[key] = made;
  return made;
}

export function branchOf(tree: FormTree, key: string): FormTree {
  const found = tree[key];
  return typeof found === 'object' ? found : {};
}

export function textOf(tree: FormTree, key: string): string | null {
  const found = tree[key];
  return typeof found === 'string' ? found : null;
}

/** A branch of plain texts, such as metadata. */
export function textsOf(tree: FormTree, key: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(branchOf(tree, key)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
