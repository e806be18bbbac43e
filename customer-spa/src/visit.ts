import type { Client } from 'urql';
import { newKey } from './attempt.ts';
import { graphql } from './gql/gql.ts';
import { keep, kept } from './session.ts';
import { whenOpened } from './when-opened.ts';

const Visit_Record = graphql(`
  mutation Visit_Record($input: RecordVisitInput!) {
    recordVisit(input: $input)
  }
`);

const noted = new WeakSet<Client>();

/** Tells the company that a link was opened: once that its page came, and once that a person had it before their eyes. */
export function noteVisit(client: Client): void {
  if (noted.has(client)) return;
  noted.add(client);
  const visitId = idOfThisVisit();
  // whether it is noted changes nothing for the customer, so nobody waits for the answer or hears of a failure
  const record = (opened: boolean) =>
    void client.mutation(Visit_Record, { input: { visitId, opened } }).toPromise();
  record(false);
  whenOpened(() => record(true));
}

/** Tells the company that a person looked at one invoice of several. */
export function noteInvoice(client: Client, invoiceNumber: string): void {
  const input = { visitId: idOfThisVisit(), opened: true, invoiceNumber };
  whenOpened(() => void client.mutation(Visit_Record, { input }).toPromise());
}

/** One tab is one visit, also after a reload. */
function idOfThisVisit(): string {
  const id = kept('visit') ?? newKey();
  keep('visit', id);
  return id;
}
