/*
 * Takes the place of the GraphQL language inside urql. Every operation is read when the page is built (vite.config.ts), and
 * has its `__typename`s by then, so a phone needs neither a parser nor a printer: a document is its own text.
 */

type Operation = Readonly<{
  kind: 'OperationDefinition';
  operation: string;
  name: Readonly<{ value: string }>;
  text: string;
}>;
type Document = Readonly<{ kind: 'Document'; definitions: readonly Operation[] }>;

export const Kind = { OPERATION_DEFINITION: 'OperationDefinition' } as const;

/** `query QuotePage_Read(…` says all that urql asks of a document. */
export function parse(text: string): Document {
  const [, operation = 'query', value = ''] = /^(\w+) (\w+)/.exec(text) ?? [];
  return {
    kind: 'Document',
    definitions: [{ kind: 'OperationDefinition', operation, name: { value }, text }],
  };
}

export const print = ({ definitions }: Document): string => definitions[0]?.text ?? '';

/** What the server says about a request that failed. */
export class GraphQLError extends Error {
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    message: string,
    _nodes?: unknown,
    _source?: unknown,
    _positions?: unknown,
    _path?: unknown,
    _original?: unknown,
    extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.extensions = extensions;
  }
}
