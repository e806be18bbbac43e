import { kindOf, type LinkKind } from './link.ts';

/** Which invoice the customer left for the payment page: the way back carries neither token nor number. */
export type Checkout = Readonly<{ kind: LinkKind; number: string }>;

// some phones forbid storage; then things are remembered until the page is left
const memory = new Map<string, string>();

export const tokenOf = (kind: LinkKind): string | null => read(`countersign.${kind}`);

export const keepToken = (kind: LinkKind, token: string): void => write(`countersign.${kind}`, token);

export function checkout(): Checkout | null {
  const [name, number] = (read('countersign.checkout') ?? '').split(' ');
  const kind = kindOf(name);
  return number && kind ? { kind, number } : null;
}

export const keepCheckout = ({ kind, number }: Checkout): void =>
  write('countersign.checkout', `${kind} ${number}`);

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function write(key: string, value: string): void {
  memory.set(key, value);
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // kept in memory already
  }
}

/** What has to outlive a reload of this tab, such as what somebody typed: phones drop pages that lie in the background. */
export const kept = (key: string): string | null => read(`countersign.kept.${key}`);

export const keep = (key: string, text: string): void => write(`countersign.kept.${key}`, text);
