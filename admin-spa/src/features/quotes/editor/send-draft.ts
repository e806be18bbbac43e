import type { QuoteEditor_UpdateMutation, UpdateQuoteInput } from '../../../gql/graphql.ts';
import { Fault } from '../../../graphql.ts';
import type { Sent } from './autosave.ts';
import type { QuoteForm } from './quote-form.ts';
import { fieldOf } from './refused-field.ts';

/** The one call that saves. It throws a Fault when there is no answer to the question. */
export type Update = (input: UpdateQuoteInput) => Promise<QuoteEditor_UpdateMutation['updateQuote']>;

const messages: Readonly<Record<string, string>> = {
  FORBIDDEN: 'your role does not allow it.',
  NOT_FOUND: 'the quote is not there any more.',
  BAD_USER_INPUT: 'the server could not read it.',
};

function failed(error: unknown): Sent {
  const code = error instanceof Fault ? error.code : 'UNREACHABLE';
  if (code === 'CONFLICT') return { kind: 'CONFLICT' };
  if (code === 'UNAUTHENTICATED') return { kind: 'SIGNED_OUT' };
  const message = messages[code];
  // a server that stumbled is asked again, like one that cannot be reached
  return message === undefined ? { kind: 'UNREACHABLE' } : { kind: 'FAILED', message };
}

/** Sends the form, and says what came of it; the new version goes to `onSaved`. */
export async function sendDraft(
  update: Update,
  input: UpdateQuoteInput,
  form: QuoteForm,
  onSaved: (version: number) => void,
): Promise<Sent> {
  try {
    const outcome = await update(input);
    if (outcome.__typename === 'Quote') {
      onSaved(outcome.version);
      return { kind: 'SAVED' };
    }
    return { kind: 'REFUSED', message: outcome.message, field: fieldOf(outcome.field, form) };
  } catch (error) {
    return failed(error);
  }
}
