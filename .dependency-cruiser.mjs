/** Which way imports may go. The law stays pure; the verifier can be read alone; the browser gets no server code. */
const PURE =
  '^src/(calendar|rule|matter|review|hearing|decision|delivery|publicity|record|archive|execution|transfer|licence|inspection|staff|bureau|party|evidence)/';
/** What a pure feature folder may hold beside its law. */
const EDGES =
  '\\.(service|store|routes|testkit|projection|rows|views|documents|db\\.test|test)\\.ts$|/(media|upload|file-pdf)/|send-blob|registry|password|context|reading|refusal|catalogue|attempt|prepare-act|case-file|act-input|issue|coverage|problems';

export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'no-orphans-in-production',
      severity: 'error',
      from: { path: '^src', pathNot: '\\.(test|testkit|testing|texts|d)\\.tsx?$|^src/desk/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'law-is-pure',
      comment: 'Rules, gates and clocks know no clock, database, network or file.',
      severity: 'error',
      from: { path: PURE, pathNot: EDGES },
      to: {
        path: '^src/(platform|server|http|act/act\\.store|act/recorder)|^node_modules/(pg|fastify|graphile-worker)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'law-reads-no-files',
      severity: 'error',
      from: { path: PURE, pathNot: EDGES },
      to: { path: '^(node:)?(fs|fs/promises|net|http|https|child_process|os|worker_threads)$' },
    },
    {
      name: 'verifier-stands-alone',
      comment: 'Who checks a proof need only trust the code of the ledger formats.',
      severity: 'error',
      from: { path: '^src/verify/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(verify|ledger)/' },
    },
    {
      name: 'verifier-opens-no-database',
      severity: 'error',
      from: { path: '^src/verify/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/ledger/.*\\.(service|store|routes)\\.ts$', reachable: true },
    },
    {
      name: 'desk-is-in-the-browser',
      comment:
        'The desk takes shapes and pure law from the program, nothing that runs on the server.',
      severity: 'error',
      from: { path: '^src/desk/' },
      to: {
        path: '^src/(platform|server|act|document|ledger|doctor|cli)/|^src/.*\\.(service|store|routes|rows|projection)\\.ts$',
        pathNot: '^src/(desk/|document/party-fields|document/wording|document/check)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nobody-imports-the-desk',
      severity: 'error',
      from: { pathNot: '^src/desk/|^test/browser/' },
      to: { path: '^src/desk/' },
    },
    {
      name: 'portal-reads-what-is-published',
      comment: 'Pages for the public are made without the code that reads private tables.',
      severity: 'error',
      from: { path: '^src/portal/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^src/(matter|act|review|staff|evidence|archive)/.*\\.(service|store|routes)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'known-packages',
      severity: 'error',
      from: {},
      to: { path: '^(?!.*\\?url$)', couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
