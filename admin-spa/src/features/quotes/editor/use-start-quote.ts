import { useState } from 'react';
import { graphql } from '../../../gql/gql.ts';
import type { CreateQuoteFromTemplateInput, CreateQuoteInput } from '../../../gql/graphql.ts';
import { useWrite } from '../../../write.ts';

const Create = graphql(`
  mutation StartQuote_Blank($input: CreateQuoteInput!) {
    createQuote(input: $input) {
      ... on Quote {
        __typename
        id
      }
      ...Refused
    }
  }
`);
const FromTemplate = graphql(`
  mutation StartQuote_Template($input: CreateQuoteFromTemplateInput!) {
    createQuoteFromTemplate(input: $input) {
      ... on Quote {
        __typename
        id
      }
      ...Refused
    }
  }
`);

type Keyless<Input> = Omit<Input, 'idempotencyKey'>;

/** Starts a draft from nothing or from a template. Each wording has a key of its own, so that trying again is safe. */
export function useStartQuote() {
  const [keys] = useState(() => new Map<string, string>());
  const keyOf = (input: object): string => {
    const wording = JSON.stringify(input);
    const known = keys.get(wording) ?? crypto.randomUUID();
    keys.set(wording, known);
    return known;
  };
  const blank = useWrite(Create, (data) => data.createQuote);
  const template = useWrite(FromTemplate, (data) => data.createQuoteFromTemplate);
  return {
    blank: async (input: Keyless<CreateQuoteInput>) =>
      (await blank.run({ input: { ...input, idempotencyKey: keyOf(input) } }))?.id ?? null,
    fromTemplate: async (input: Keyless<CreateQuoteFromTemplateInput>) =>
      (await template.run({ input: { ...input, idempotencyKey: keyOf(input) } }))?.id ?? null,
    busy: blank.busy || template.busy,
    refusal: blank.refusal ?? template.refusal,
    fault: blank.fault ?? template.fault,
  };
}
