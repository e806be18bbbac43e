/**
 * Who may import whom (ARCHITECTURE.md). Each rule names what a folder may reach; what is not named is forbidden, so a
 * new kind of file has to be thought about here first.
 */
const api = (rest) => `^api/src/${rest}`;
const noun =
  '(acceptances|attachments|audit|bank|customers|documents|erasures|invoices|items|links|mails|messages|payments|plans|portal|quotes|review|schedule|settings|signing-codes|staff|templates|views)';
const entity = `^api/src/(${noun}|outbox|db)/[^/]+\\.entity\\.ts$`;
const type = `^api/src/(${noun}/[^/]+|graphql/shared)\\.type\\.ts$`;
const resolver = api(`${noun}/[^/]+\\.resolver\\.ts$`);
const useCase = api(`${noun}/(?![^/]+\\.(entity|type|resolver)\\.ts$)[^/]+\\.ts$`);
const vocabulary = api('(db/instant|fault|context|ports)\\.ts$');
const ours = '^(api|admin-spa|customer-spa|tests)/';
const bundled = '(^|/)node_modules/';
const npm = (name) => `node_modules/${name}/`;

/** A folder and what of our own code it may reach. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: ours, pathNot: [bundled, ...allowed] },
});
/** A package and the only files that may import it. */
const sole = (name, files) => ({
  name: `only-${files.name}-imports-${name.replace(/\W+/g, '-')}`,
  severity: 'error',
  from: { path: ours, pathNot: [bundled, '^tests/', files.path] },
  to: { path: npm(name) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      'domain-imports-nothing',
      api('domain/'),
      [api('domain/')],
      'The core decides; everything else is around it.',
    ),
    {
      name: 'domain-uses-no-package',
      comment: 'The core runs anywhere. Time zones are the one thing that it does not do itself.',
      severity: 'error',
      from: { path: api('domain/') },
      to: {
        dependencyTypesNot: ['local', 'type-only', 'aliased'],
        pathNot: [api('domain/'), npm('temporal-polyfill')],
      },
    },
    {
      name: 'only-the-zone-uses-temporal',
      severity: 'error',
      from: { path: api('domain/'), pathNot: api('domain/zone\\.ts$') },
      to: { path: npm('temporal-polyfill') },
    },
    only('entities-are-rows', entity, [
      entity,
      api('domain/'),
      api('db/instant\\.ts$'),
      api('[^/]+/[^/]+-kind\\.ts$'),
    ]),
    only(
      'letters-are-pure',
      api('letters/'),
      [api('(letters|domain)/')],
      'Data in, text out: no rows, no clock.',
    ),
    only(
      'verify-knows-files-alone',
      api('verify/'),
      [api('(verify|domain)/'), api('adapters/signing-key\\.ts$'), api('sha256\\.ts$')],
      'A stranger checks evidence without our database and without our network.',
    ),
    only('ports-speak-our-words', api('ports\\.ts$'), [api('(letters|domain)/')]),
    only('types-mirror-the-contract', type, [
      type,
      api('domain/'),
      api('graphql/(scalars|enum-type|or-refusal)\\.ts$'),
      api('db/instant\\.ts$'),
    ]),
    {
      name: 'use-cases-know-no-way-in',
      comment: 'A use case is called by GraphQL, a route, a job or the command line, and cannot tell which.',
      severity: 'error',
      from: { path: useCase },
      to: {
        path: [
          resolver,
          api('(graphql|http|sandbox)/'),
          api('(app|main)\\.ts$'),
          npm('@apollo'),
          npm('fastify'),
        ],
        pathNot: [type, api('graphql/views\\.ts$')], // how rows look in the contract is plain arithmetic
      },
    },
    {
      name: 'use-cases-know-no-adapter',
      comment: 'They ask through ports. Hashing is arithmetic and comes straight from the system adapter.',
      severity: 'error',
      from: { path: useCase },
      to: { path: api('adapters/'), pathNot: api('adapters/system\\.ts$') },
    },
    {
      name: 'resolvers-only-ask-use-cases',
      severity: 'error',
      from: { path: resolver },
      to: {
        path: [
          api('(adapters|http|sandbox|outbox)/'),
          api('(app|main|config)\\.ts$'),
          npm('@mikro-orm'),
          npm('kysely'),
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'types-and-resolvers-are-for-graphql',
      comment:
        'An input may be named as a type by the use case that it is for; the class behind it stays outside.',
      severity: 'error',
      from: { path: api(''), pathNot: [type, resolver, api('graphql/')] },
      to: { path: [type, resolver], dependencyTypesNot: ['type-only'] },
    },
    only('adapters-implement-ports', api('adapters/'), [
      api('(adapters|domain)/'),
      api('letters/(printed-document|one-line)\\.ts$'),
      vocabulary,
    ]),
    {
      name: 'the-sandbox-is-only-plugged-in-at-the-top',
      severity: 'error',
      from: { path: api(''), pathNot: [api('sandbox/'), api('[^/]+\\.ts$'), api('http/')] },
      to: { path: api('sandbox/') },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      from: { path: ours },
      to: { path: [api('main\\.ts$'), '^(admin|customer)-spa/src/main\\.tsx$'] },
    },
    {
      name: 'only-main-starts-the-app',
      severity: 'error',
      from: { path: api(''), pathNot: api('[^/]+\\.ts$') },
      to: { path: api('app\\.ts$') },
    },
    {
      name: 'screens-share-the-arithmetic-and-nothing-else',
      comment: 'The total on the screen is the sum of the server, because it is the same code.',
      severity: 'error',
      from: { path: '^(admin|customer)-spa/' },
      to: {
        path: '^api/',
        pathNot: [bundled, api('domain/(money|local-date|pricing|stages|options|lowest-price|margin)\\.ts$')],
      },
    },
    {
      name: 'the-customer-sees-no-cost',
      comment:
        'What the company earns is for staff; the page of the customer does not even carry the arithmetic.',
      severity: 'error',
      from: { path: '^customer-spa/' },
      to: { path: api('domain/margin\\.ts$') },
    },
    only('admin-stays-alone', '^admin-spa/', ['^admin-spa/', '^api/']),
    only('customer-page-stays-alone', '^customer-spa/', ['^customer-spa/', '^api/']),
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^(admin|customer)-spa/src/features/([^/]+)/' },
      to: { path: '^$1-spa/src/features/', pathNot: '^$1-spa/src/features/$2/' },
    },
    {
      name: 'the-kit-knows-no-feature',
      severity: 'error',
      from: { path: '^(admin|customer)-spa/src/ui/' },
      to: { path: ['-spa/src/(features|gql|shell)/', '-spa/src/(router|main)\\.tsx?$'] },
    },
    {
      name: 'the-product-does-not-lean-on-its-tests',
      severity: 'error',
      from: { path: '^(api|admin-spa|customer-spa)/' },
      to: { path: '^tests/', pathNot: bundled },
    },
    sole('stripe', { name: 'its-adapter', path: api('(adapters|sandbox)/stripe[^/]*\\.ts$') }),
    sole('nodemailer', { name: 'its-adapter', path: api('adapters/smtp\\.ts$') }),
    sole('@myriaddreamin/typst-ts-node-compiler', { name: 'its-adapter', path: api('adapters/pdf') }),
    sole('sharp', { name: 'the-file-worker', path: api('adapters/files/') }),
    sole('@cantoo/pdf-lib', { name: 'the-file-worker', path: api('adapters/files/') }),
    sole('csv-parse', { name: 'the-file-worker', path: api('adapters/files/') }),
    sole('fast-xml-parser', { name: 'the-file-worker', path: api('adapters/files/') }),
    sole('better-sqlite3', { name: 'the-database', path: api('db/') }),
    sole('type-graphql', { name: 'the-contract', path: `${type}|${resolver}|${api('graphql/')}` }),
    sole('graphql-shield', { name: 'the-rules', path: api('graphql/rules\\.ts$') }),
    {
      name: 'no-circles',
      comment: 'Rows and types refer to each other as the things in the world do, and always by a function.',
      severity: 'error',
      from: { pathNot: [bundled, entity, type] },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: { path: ours, pathNot: bundled },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|gql)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
    cache: false,
  },
};
