import type { KnipConfig } from 'knip';

export default {
  entry: [
    'server/main.ts',
    'server/cli/*.ts',
    'tests/cli/*.ts',
    // Built into a program that is killed.
    'tests/support/logWriter.ts',
    'tests/**/*.test.ts',
    'tests/gallery/main.ts',
    'tests/gallery/vite.config.ts',
    'scripts/*.mjs',
  ],
  project: ['{shared,server,client,tests}/**/*.{ts,svelte,css}', 'scripts/**/*.mjs', '*.{js,ts,cjs}'],
  // Tools of the system, not of npm.
  ignoreBinaries: ['apt-get'],
  // scripts/fontFaces.ts makes one sheet of theirs, file by file.
  // axe-core is handed to a browser as a file (tests/support/stage.ts).
  ignoreDependencies: ['@fontsource/biz-udgothic', '@fontsource/biz-udpgothic', 'axe-core'],
  // A type that a file's own exports are made of may be named by whoever needs it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  compilers: {
    // Style sheets name packages too: faces and design tokens.
    css: (text: string) =>
      [...text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]/g)]
        .map(([, path]) => `import '${path}';`)
        .join('\n'),
  },
} satisfies KnipConfig;
