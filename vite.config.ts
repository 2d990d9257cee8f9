import { existsSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import type { Plugin, UserConfig } from 'vite';
import { fontFaces } from './scripts/fontFaces.ts';
import { pageParts, seldomOfSvelte } from './scripts/pageParts.ts';
import { precompressed } from './scripts/precompressed.ts';
import { staticIcons } from './scripts/staticIcons.ts';
import { webSocketOnly } from './scripts/webSocketOnly.ts';

const root = import.meta.dirname;

/** What a page must never carry: decisions are taken on the server only. */
const engine = /\/shared\/(meeting\/(decide|evolve)|features\/)/;

/**
 * Stops the build when the engine's code reached a page's bundle.
 * dependency-cruiser sees direct imports; this sees what is really left after tree-shaking.
 */
function noEngineInPages(): Plugin {
  return {
    name: 'kyoshu:no-engine-in-pages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, module] of Object.entries(chunk.modules)) {
          if (engine.test(id) && module.renderedLength > 0) {
            this.error(
              `${id} is in the page's bundle (${chunk.fileName}); pages show views, they do not decide`,
            );
          }
        }
      }
    },
  };
}

/** Entry files of a folder, by name: `server/cli/replay.ts` is built to `replay.js`. */
function entriesOf(folder: string): Record<string, string> {
  const path = resolve(root, folder);
  if (!existsSync(path)) return {};
  const files = readdirSync(path).filter((file) => file.endsWith('.ts'));
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), resolve(path, file)]));
}

/** The pages: dist/client, a chunk for each screen (each is a dynamic import of client/main.ts). */
const pages: UserConfig = {
  root: resolve(root, 'client'),
  plugins: [
    staticIcons(),
    svelte({ configFile: resolve(root, 'svelte.config.js') }),
    fontFaces(),
    webSocketOnly(),
    noEngineInPages(),
    precompressed(),
  ],
  build: {
    outDir: resolve(root, 'dist/client'),
    emptyOutDir: true,
    target: ['chrome111', 'safari16.4', 'firefox115'],
    // The content security policy allows files of our own and nothing inline, not even data: URLs.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: seldomOfSvelte, sideEffects: false }] },
      output: {
        codeSplitting: {
          // Each file costs a phone some 800 bytes of headers: what most screens share comes in one, not in twenty.
          groups: pageParts(resolve(root, 'client')),
        },
      },
    },
  },
};

/** Programs for Node: each entry beside the others, packages left where npm put them. */
function programs(outDir: string, input: Record<string, string>): UserConfig {
  return {
    root,
    publicDir: false,
    ssr: { external: true },
    build: {
      ssr: true,
      outDir: resolve(root, outDir),
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: {
        input,
        // All files in one folder, so that `new URL('../client/', import.meta.url)` is true in each of them.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}

/**
 * `vite build` makes the pages, `vite build --ssr` the server with its command-line entries, and
 * `vite build --ssr --mode tools` the measuring and torturing programs of tests/cli, which no product carries.
 */
export default defineConfig(({ isSsrBuild, mode }) => {
  const build = !isSsrBuild
    ? pages
    : mode === 'tools'
      ? programs('dist/tools', entriesOf('tests/cli'))
      : programs('dist/server', { main: resolve(root, 'server/main.ts'), ...entriesOf('server/cli') });
  return { ...build, cacheDir: resolve(root, '.cache/vite'), clearScreen: false };
});
