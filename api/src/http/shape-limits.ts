import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** Deeper than any screen asks: quote → invoices → payments → receipt, with room. */
const deepest = 10;
/** More fields in one operation, fragments counted where they are used, than the largest screen has. */
const mostFields = 500;
/** More than any screen asks for at once; each may be a whole account, and a name of its own makes it another one. */
const mostQuestions = 10;

/** Refuses operations that are cheap to send and dear to answer: deep nesting, and fragments that multiply. */
const limitShape: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    let fields = 0;
    let questions = 0;
    const walk = (set: SelectionSetNode | undefined, depth: number, open: readonly string[]): void => {
      for (const selection of set?.selections ?? []) {
        // Every selection counts and not only fields: fragments that hold nothing but fragments multiply as well.
        fields += 1;
        if (fields > mostFields || depth > deepest) return;
        if (selection.kind === Kind.FIELD) {
          if (depth === 1) questions += 1;
          walk(selection.selectionSet, depth + 1, open);
          if (selection.selectionSet !== undefined && depth >= deepest) fields = mostFields + 1;
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          walk(selection.selectionSet, depth, open);
        } else if (!open.includes(selection.name.value)) {
          const fragment = context.getFragment(selection.name.value);
          walk(fragment?.selectionSet, depth, [...open, selection.name.value]);
        }
      }
    };
    walk(operation.selectionSet, 1, []);
    if (fields > mostFields || questions > mostQuestions) {
      context.reportError(
        new GraphQLError(
          `The operation asks for too much: at most ${mostQuestions} questions, ${mostFields} fields, ${deepest} levels deep.`,
          { nodes: operation },
        ),
      );
    }
  },
});

/** One sign-in or signature per request: rate limits count requests. */
const oneMutation: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    const [first, ...others] = operation.selectionSet.selections;
    if (operation.operation !== 'mutation' || (first?.kind === Kind.FIELD && others.length === 0)) return;
    context.reportError(new GraphQLError('A mutation has exactly one field.', { nodes: operation }));
  },
});

export const shapeLimits: ValidationRule[] = [limitShape, oneMutation];
