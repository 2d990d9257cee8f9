/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      // Modules that need each other cannot be read, tested or moved one at a time.
      // Cycles of types alone are left out: they are gone at run time, and unions refer to their parts and back.
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      // A file that nothing imports and that imports nothing is left over from something.
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '^tests/',
          '\\.d\\.ts$',
          '^server/main\\.ts$',
          '^(server|tests)/cli/',
          '^client/main\\.ts$',
          // Svelte's compiler drops imports of types from .svelte files before this tool sees them (knip sees them).
          '^client/(components|screens)/',
        ],
      },
      to: {},
    },
    {
      // An import that does not resolve breaks the build later and in another place.
      name: 'resolvable',
      severity: 'error',
      from: {},
      // `virtual:` modules are made by a plugin of the build.
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      // The rules of decision are the same in the server, the tests and a replay years later:
      // they may stand on nothing that has a clock, a network or a version of its own but the schema library.
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '(^|/)node_modules/valibot/'] },
    },
    {
      // Pages show views and send commands. What else of shared/ they could reach would be decided twice,
      // and would leave the server in a bundle.
      name: 'client-shows-only',
      severity: 'error',
      from: { path: '^client/' },
      to: {
        path: ['^shared/', '^server/', '^tests/', '^scripts/'],
        pathNot: [
          '^shared/(protocol|views|minutes|messages|captions)/',
          '^shared/meeting/',
          // Preparing a meeting: what a pasted roster says, and what rules mean, before there is a meeting to decide in.
          '^shared/(setup|rules)/',
        ],
      },
    },
    {
      // Of the meeting itself a page knows shapes, not code.
      name: 'client-knows-types-only',
      severity: 'error',
      from: { path: '^client/' },
      to: {
        path: '^shared/meeting/',
        // The lists of roles and of kinds of items, for the pages on which a meeting is prepared.
        pathNot: '^shared/meeting/(person|agendaItem)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      // Not even as types: whoever needs them here is about to decide in the page.
      name: 'client-never-decides',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: ['^shared/meeting/(decide|evolve)', '^shared/features/'] },
    },
    {
      // The product must build and run without its tests and tools, and the server without its pages' sources.
      name: 'server-needs-no-pages-or-tests',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: ['^client/', '^tests/', '^scripts/'] },
    },
    {
      // One place knows the wire: everything else is testable without a socket, and the transport can be changed.
      // Command-line entries speak to the server from outside, with the client library, as a browser does.
      name: 'only-transport-knows-sockets',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/transport/' },
      to: { path: '(^|/)node_modules/(socket\\.io|engine\\.io|ws)/' },
    },
    {
      // One place knows how a log is stored: both stores pass the same contract and can be exchanged.
      name: 'only-log-knows-storage',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/log/' },
      to: { path: '(^|/)node_modules/(libsql|@libsql|redis|@redis)/' },
    },
    {
      // A heavy library, loaded only by the export that needs it.
      name: 'only-exports-know-word',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/exports/' },
      to: { path: '(^|/)node_modules/docx/' },
    },
    {
      // A package that package.json does not name, or names for development only, is missing in production.
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { path: '^(shared|server|client)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    // In a worktree node_modules may be a link; the rules name packages, not where they lie.
    preserveSymlinks: true,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
    },
  },
};
