import { describe, expect, it } from 'vitest';
import { meetingScreens, routeOf } from '../../client/router.ts';

describe('addresses', () => {
  it('[C3] opens each screen of a meeting by its path', () => {
    for (const screen of meetingScreens) {
      expect(routeOf(`/m/2022-2/${screen}`)).toEqual({ screen, meeting: '2022-2' });
    }
    expect(routeOf('/m/a%20b/chair/')).toEqual({ screen: 'chair', meeting: 'a b' });
  });

  it('[C3] takes the session and the person from the query', () => {
    expect(routeOf('/m/x/member', '?s=2&as=m12&lang=en')).toEqual({
      screen: 'member',
      meeting: 'x',
      session: '2',
      person: 'm12',
    });
  });

  it('[C3] opens the home page, a link and a draft', () => {
    expect(routeOf('/')).toEqual({ screen: 'home' });
    expect(routeOf('/link', '', '#t=abc_-1')).toEqual({ screen: 'link', token: 'abc_-1' });
    expect(routeOf('/link')).toEqual({ screen: 'link', token: null });
    expect(routeOf('/setup/d1')).toEqual({ screen: 'setup', draft: 'd1' });
  });

  it('[C3] says that anything else is not there', () => {
    for (const path of [
      '/m',
      '/m/x',
      '/m/x/president',
      '/m/x/chair/more',
      '/setup',
      '/links',
      '/m/%E0%A4%A/chair',
    ]) {
      expect(routeOf(path)).toEqual({ screen: 'notFound' });
    }
  });
});
