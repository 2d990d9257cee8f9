import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const prefix = '@lucide/svelte/icons/';
const require = createRequire(import.meta.url);
const icons = dirname(require.resolve(`${prefix}check`));

type IconNode = readonly (readonly [string, Readonly<Record<string, string>>])[];

/** The shapes of one icon, from the package's own component; an older name leads to the newer one's file. */
function shapesOf(name: string): string {
  const file = /from "\.\/([\w-]+\.svelte)"/.exec(readFileSync(join(icons, `${name}.js`), 'utf8'))?.[1];
  const source = readFileSync(join(icons, file ?? `${name}.svelte`), 'utf8');
  const data = /const iconData = (\{.*\});/.exec(source)?.[1];
  if (data === undefined) throw new Error(`${prefix}${name} has no shapes where they were expected`);
  const { node } = JSON.parse(data) as { node: IconNode };
  return node
    .map(([tag, attributes]) => {
      const written = Object.entries(attributes).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
      return `<${tag} ${written.join(' ')} />`;
    })
    .join('');
}

/**
 * Lucide's icons as static templates. The package draws every icon at run time from data, which brings the code for
 * dynamic elements and spread attributes into each page; a page on a slow phone has better uses for 5 kB. Imports and
 * types stay the package's.
 */
export function staticIcons(): Plugin {
  return {
    name: 'static-icons',
    enforce: 'pre',
    resolveId(id) {
      return id.startsWith(prefix) ? join(icons, `${id.slice(prefix.length)}.static.svelte`) : undefined;
    },
    load(id) {
      if (!id.startsWith(icons) || !id.endsWith('.static.svelte')) return undefined;
      const name = id.slice(icons.length + 1, -'.static.svelte'.length);
      return `<script lang="ts">
  let { size = 24, strokeWidth = 2 }: { size?: number; strokeWidth?: number } = $props();
</script>
<svg xmlns="http://www.w3.org/2000/svg" width={size} height={size} viewBox="0 0 24 24" fill="none"
  stroke="currentColor" stroke-width={strokeWidth} stroke-linecap="round" stroke-linejoin="round"
  aria-hidden="true">${shapesOf(name)}</svg>`;
    },
  };
}
