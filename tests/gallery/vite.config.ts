import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { fontFaces } from '../../scripts/fontFaces.ts';
import { staticIcons } from '../../scripts/staticIcons.ts';

const root = resolve(import.meta.dirname, '../..');

/** The gallery is a page for looking at: every state of every screen with made-up data. It is never shipped. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [staticIcons(), svelte({ configFile: resolve(root, 'svelte.config.js') }), fontFaces()],
  cacheDir: resolve(root, '.cache/vite-gallery'),
  build: { outDir: resolve(root, 'dist/gallery'), emptyOutDir: true, assetsInlineLimit: 0 },
});
