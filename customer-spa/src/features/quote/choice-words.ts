import type { Offer } from '@countersign/api/domain/options';
import { named } from './named.ts';

type Group = Pick<Offer['groups'][number], 'min' | 'max'>;

/** What a group asks for. */
export function askWords({ min, max }: Group, members: number): string {
  const most = Math.min(max, members);
  if (min === most) return min === 1 ? 'Please choose one.' : `Please choose ${min}.`;
  if (min === 0) return most === members ? 'Choose as many as you like.' : `Choose up to ${most}, or none.`;
  return most === members ? `Please choose at least ${min}.` : `Please choose ${min} to ${most}.`;
}

/** What an option says of others before it is pressed. */
export function bondWords({ options }: Offer, id: string): string {
  const option = options.find((one) => one.id === id);
  if (!option) return '';
  const needed = options.filter((one) => option.requires.includes(one.id)).map(named);
  const rivals = options
    .filter((one) => option.excludes.includes(one.id) || one.excludes.includes(id))
    .map(named);
  return [
    needed.length > 0 && `Needs ${needed.join(' and ')}.`,
    rivals.length > 0 && `Not together with ${rivals.join(' or ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** A number that somebody typed, if it is one that can be taken. */
export function typedQuantity(text: string, { min, max }: Group): number | null {
  const typed = /^\s*\d{1,7}\s*$/.test(text) ? Number(text) : null;
  return typed !== null && typed >= min && typed <= max ? typed : null;
}

/** The nearest number that can be taken; what is no number at all leaves things as they were. */
export const nearestQuantity = (text: string, { min, max }: Group, now: number): number =>
  /^\s*\d+\s*$/.test(text) ? Math.min(max, Math.max(min, Number(text))) : now;
