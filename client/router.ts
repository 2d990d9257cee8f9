/** Which screen an address asks for. There are few, so there is no router package. */
export const meetingScreens = [
  'chair',
  'member',
  'desk',
  'screen',
  'minutes',
  'observer',
  'report',
  'cards',
] as const;

export type MeetingScreen = (typeof meetingScreens)[number];

export type Route =
  | { screen: 'home'; session?: string }
  | {
      screen: 'link';
      /** From the fragment (`#t=…`), which no server ever sees; null where it is missing. */
      token: string | null;
    }
  | { screen: 'setup'; draft: string; session?: string }
  | {
      screen: MeetingScreen;
      meeting: string;
      /** `?s=`: which of this browser's sessions to use, where it holds several (a rehearsal). */
      session?: string;
      /** `?as=`: the person the screen is for, where the session may show more than one. */
      person?: string;
    }
  | { screen: 'notFound' };

/** A route to one of the screens of a meeting. */
export type MeetingRoute = Extract<Route, { meeting: string }>;

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function isMeetingScreen(value: string | undefined): value is MeetingScreen {
  return meetingScreens.some((screen) => screen === value);
}

/** Reads a path (`/m/abc/chair`), a query (`?s=…&as=…`) and a fragment. Unknown addresses are `notFound`. */
export function routeOf(path: string, search = '', hash = ''): Route {
  const parts = path.split('/').filter((part) => part !== '');
  const [first, second, third] = parts.map(decoded);
  const query = new URLSearchParams(search);
  const named = query.get('s');
  const session = named === null ? {} : { session: named };
  if (parts.length === 0) return { screen: 'home', ...session };
  if (parts.length === 1 && first === 'link')
    return { screen: 'link', token: new URLSearchParams(hash.replace(/^#/, '')).get('t') };
  if (parts.length === 2 && first === 'setup' && second !== undefined)
    return { screen: 'setup', draft: second, ...session };
  if (parts.length === 3 && first === 'm' && second !== undefined && isMeetingScreen(third)) {
    const person = query.get('as');
    return {
      screen: third,
      meeting: second,
      ...session,
      ...(person === null ? {} : { person }),
    };
  }
  return { screen: 'notFound' };
}
