import {
  getNamedType,
  type GraphQLNamedType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
  Kind,
} from 'graphql';
import { expect, test } from 'vitest';
import { contractFiles, contractSchema, fieldsOf } from './contract.ts';

const doors = [...contractFiles.keys()].filter((file) => file.startsWith('portal'));
const shared = ['common.graphql', 'refusal.graphql'];

const namesIn = (files: readonly string[]): Set<string> =>
  new Set(
    files.flatMap((file) =>
      (contractFiles.get(file)?.definitions ?? []).flatMap((node) =>
        'name' in node && node.name && !node.kind.endsWith('Extension') ? [node.name.value] : [],
      ),
    ),
  );

/** What a customer can ask for: every operation that the files of the portal add. */
const portalOperations = doors.flatMap((file) =>
  (contractFiles.get(file)?.definitions ?? []).flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_EXTENSION
      ? (node.fields ?? []).map((field) => ({ type: node.name.value, name: field.name.value }))
      : [],
  ),
);

function reachedFrom(start: GraphQLNamedType): Set<GraphQLNamedType> {
  const reached = new Set<GraphQLNamedType>();
  const waiting = [start];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (reached.has(type)) continue;
    reached.add(type);
    if (isUnionType(type)) waiting.push(...type.getTypes());
    if (isObjectType(type))
      waiting.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type)));
  }
  return reached;
}

test('the portal has the operations that a customer needs and no other', () => {
  expect(portalOperations.map(({ name }) => name).sort()).toEqual([
    'askAboutQuote',
    'claimManualPayment',
    'declineQuote',
    'portalAccount',
    'portalInvoice',
    'portalQuote',
    'portalReceipt',
    'portalRecords',
    'portalStatements',
    'recordVisit',
    'requestAccountLink',
    'requestFreshLink',
    'requestFreshQuote',
    'requestSigningCode',
    'signQuote',
    'startPayment',
    'useCredit',
    'verifyDocument',
  ]);
});

test.each(portalOperations)('$name reaches nothing that staff see', ({ type, name }) => {
  const field = fieldsOf(type === 'Query' ? 'Query' : 'Mutation')[name];
  if (field === undefined) throw new Error(`${name} is not in the schema`);
  const allowed = new Set([...namesIn(doors), ...namesIn(shared), 'String', 'Int', 'Boolean', 'ID']);
  const reached = [
    ...reachedFrom(getNamedType(field.type)),
    ...field.args.map((arg) => getNamedType(arg.type)),
  ];
  expect(reached.map((each) => each.name).filter((each) => !allowed.has(each))).toEqual([]);
});

test('no type of staff reaches a type of the portal', () => {
  const portal = namesIn(doors);
  const leaks = Object.values(contractSchema.getTypeMap())
    .filter((type) => isObjectType(type) && !isIntrospectionType(type))
    .filter((type) => !portal.has(type.name) && type.name !== 'Query' && type.name !== 'Mutation')
    .flatMap((type) =>
      [...reachedFrom(type)]
        .filter((other) => portal.has(other.name))
        .map((other) => `${type.name} -> ${other.name}`),
    );
  expect(leaks).toEqual([]);
});

test('an operation of the portal takes no id of a row: the link says which one', () => {
  const ids = portalOperations.flatMap(({ type, name }) =>
    (fieldsOf(type === 'Query' ? 'Query' : 'Mutation')[name]?.args ?? []).filter((arg) =>
      /id$/i.test(arg.name),
    ),
  );
  expect(ids).toEqual([]);
});
