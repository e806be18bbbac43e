import { type ASTNode, getNamedType, isUnionType, Kind, visit } from 'graphql';
import { expect, test } from 'vitest';
import { contractFiles, fieldsOf } from './contract.ts';

const described = new Set<string>([
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
]);

/** The one argument of a write is described by its type. */
const speaksByItsType = (node: ASTNode): boolean =>
  node.kind === Kind.INPUT_VALUE_DEFINITION &&
  node.name.value === 'input' &&
  node.type.kind === Kind.NON_NULL_TYPE &&
  node.type.type.kind === Kind.NAMED_TYPE &&
  node.type.type.name.value.endsWith('Input');

test.each([...contractFiles])(
  '%s has a sentence for every type, field, argument, input and value',
  (_name, document) => {
    const silent: string[] = [];
    let seen = 0;
    visit(document, {
      enter(node) {
        if (!described.has(node.kind) || speaksByItsType(node)) return;
        seen += 1;
        const words = 'description' in node ? (node.description?.value.trim() ?? '') : '';
        if (!/^\S.*\S[.`]?$/s.test(words) && 'name' in node) silent.push(`${node.kind} ${node.name?.value}`);
      },
    });
    expect(seen).toBeGreaterThan(0);
    expect(silent).toEqual([]);
  },
);

/** Inputs that several steps of one thing share, because all that they need is the thing. */
const sharedInputs = ['QuoteStepInput!', 'QuoteStepWithNoteInput!', 'InvoiceReasonInput!'];

/** Writes that have nothing to say but true: there is no no, or nobody may learn which it was. */
const silent = ['signOut', 'signOutEverywhere', 'recordVisit', 'requestFreshLink', 'deleteView'];

test('a write takes one input named after it, or one that steps share, and gives a result that can be a refusal', () => {
  const odd = Object.values(fieldsOf('Mutation'))
    .filter(({ name, args, type }) => {
      const own = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      const [input, ...others] = args;
      const isSilent = silent.includes(name);
      if (isSilent && input === undefined) return false;
      const result = getNamedType(type);
      return (
        others.length > 0 ||
        input?.name !== 'input' ||
        ![own, ...sharedInputs].includes(String(input.type)) ||
        (isSilent
          ? String(type) !== 'Boolean!'
          : !isUnionType(result) ||
            !result.name.endsWith('Result') ||
            result.getTypes().every((member) => member.name !== 'Refusal'))
      );
    })
    .map(({ name }) => name);
  expect(odd).toEqual([]);
});
