import type { Component } from 'svelte';
import type { Route } from './router.ts';

/** What the shell hands to a screen: its own route. */
export interface ScreenProps<R extends Route = Route> {
  route: R;
}

type RouteOf<Name extends Route['screen']> = Extract<Route, { screen: Name }>;
type Loader<R extends Route> = () => Promise<{ default: Component<ScreenProps<R>> }>;
type Loaders = { [Name in Exclude<Route['screen'], 'notFound' | 'link'>]?: Loader<RouteOf<Name>> };

/** Each screen is its own script, fetched when its address is opened: `client/screens/chair/Chair.svelte`. */
const loaders: Loaders = {
  home: () => import('./screens/home/Home.svelte'),
  member: () => import('./screens/member/Member.svelte'),
  setup: () => import('./screens/setup/Setup.svelte'),
  cards: () => import('./screens/cards/Cards.svelte'),
  chair: () => import('./screens/chair/Chair.svelte'),
  screen: () => import('./screens/screen/Screen.svelte'),
  desk: () => import('./screens/desk/Desk.svelte'),
  minutes: () => import('./screens/minutes/Minutes.svelte'),
  observer: () => import('./screens/observer/Observer.svelte'),
  report: () => import('./screens/report/Report.svelte'),
};

/** The script of a route's screen; undefined for a link, whose page is the shell's, and for an unknown address. */
export function screenOf(route: Route): Loader<Route> | undefined {
  if (route.screen === 'notFound' || route.screen === 'link') return undefined;
  // Each loader takes its own kind of route, and the key has just chosen that kind.
  return loaders[route.screen] as Loader<Route> | undefined;
}
