import { dirname, join } from 'node:path';
import type { Rolldown } from 'vite';

type Group = Rolldown.CodeSplittingGroup;
type Graph = Parameters<Extract<Group['name'], (...args: never[]) => unknown>>[1];

/** Of svelte, what no member's phone needs before its page stands: it comes with what uses it. */
export const seldomOfSvelte = /\/bindings\/(input|select|size)\.js$/;

/**
 * Which files the pages' script comes in. Each file costs a phone some 500 bytes of headers, so what is shared comes
 * in few; and a member's phone, the slowest of all, gets nothing that it does not need for its first sight.
 * What one screen has for itself is cut by the build.
 */
export function pageParts(client: string): Group[] {
  const shell = join(client, 'main.ts');
  const [member, chair, screen] = ['member/Member', 'chair/Chair', 'screen/Screen'].map((name) =>
    join(client, 'screens', `${name}.svelte`),
  ) as [string, string, string];
  const meeting = new Set([join(client, 'state/meetingPage.svelte.ts')]);

  const within = (id: string, from: readonly string[], graph: Graph) => reached(from, graph, meeting).has(id);
  /** The first shelf to claim a module has it, where so many screens share it. */
  const shelves: { name: string; share: number; holds: (id: string, graph: Graph) => boolean }[] = [
    {
      name: 'parts',
      share: 2,
      holds: (id, graph) => !seldomOfSvelte.test(id) && within(id, [shell, member], graph),
    },
    // The desk previews the room screen: what only these two have is no shelf of everybody's.
    {
      name: 'scene',
      share: 3,
      holds: (id, graph) => !seldomOfSvelte.test(id) && within(id, [screen], graph),
    },
    {
      name: 'later',
      share: 2,
      holds: (id, graph) => seldomOfSvelte.test(id) || within(id, fetchedLater(member, graph), graph),
    },
    { name: 'table', share: 2, holds: (id, graph) => within(id, [chair], graph) },
  ];

  return [
    {
      name: 'svelte',
      test: (id) => /\/node_modules\/(svelte|esm-env|clsx)\//.test(id) && !seldomOfSvelte.test(id),
      includeDependenciesRecursively: false,
      priority: 1,
    },
    ...shelves.map(({ name, share, holds }) => ({
      debugName: name,
      name: (id: string, graph: Graph) => (holds(id, graph) ? name : null),
      test: (id: string) => !/\/node_modules\/(?!@lucide\/svelte\/)/.test(id) || seldomOfSvelte.test(id),
      minShareCount: share,
      includeDependenciesRecursively: false,
    })),
  ];
}

/** What a screen's own modules fetch once the page stands. */
function fetchedLater(screen: string, graph: Graph): string[] {
  const folder = dirname(screen);
  return [...reached([screen], graph)]
    .filter((id) => dirname(id) === folder)
    .flatMap((id) => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
}

/** These modules and all that they import, directly or not, but for `except` and what only that imports. */
function reached(
  from: readonly string[],
  graph: Graph,
  except: ReadonlySet<string> = new Set(),
): Set<string> {
  const seen = new Set<string>();
  const follow = (id: string) => {
    if (seen.has(id) || except.has(id)) return;
    seen.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) follow(imported);
  };
  from.forEach(follow);
  return seen;
}
