import { emptyPersonMap, setPerson } from '../../../shared/meeting/personMap.ts';
import type { MeetingState } from '../../../shared/meeting/state.ts';
import { profileById } from '../../../shared/minutes/profiles.ts';
import type { Ambient } from '../../../shared/views/ambient.ts';
import { meFor } from '../../../shared/views/meFor.ts';
import type { Audience } from '../../../shared/views/types/audience.ts';
import type { MemberView } from '../../../shared/views/types/memberView.ts';
import type { Views } from '../../../shared/views/types/views.ts';
import { viewFor } from '../../../shared/views/viewFor.ts';
import { booksOf, queueOf } from '../model/books.ts';
import type { MeetingModel } from '../model/meetingModel.ts';
import type { Device } from '../people/device.ts';
import type { World } from '../world/world.ts';
import { difference } from './equal.ts';
import { minutesInWriting, toldTooMuch, viewInWriting } from './inWriting.ts';

/** The view of a state for a page, with nobody connected. */
const nobody: Omit<Ambient, 'profile'> = {
  devices: emptyPersonMap(),
  chairConnected: false,
  screensConnected: 0,
  joinUrl: null,
};

/** A page, in the middle of things: what it shows must be the view of the log at the version that it names. */
export function checkSampledView(world: World, device: Device): void {
  const { view } = device.replica;
  const state = world.witness.states[(view?.version ?? 0) - 1];
  if (view === null || state === undefined) return;
  checkSecrets(world, device);
  const expected = viewFor(device.audience, state, { ...nobody, profile: profileById(state.profile) });
  const found = difference(
    withoutConnections(device.audience, view),
    withoutConnections(device.audience, expected),
  );
  if (found !== null)
    world.witness.broke(
      'views are views of the log',
      `${device.holder.name} at version ${String(view.version)}: ${found}`,
    );
}

/** Who is connected is not in the log. */
function withoutConnections(audience: Audience, view: Views[Audience]): unknown {
  if (audience !== 'desk') return view;
  const { chairConnected: _c, screensConnected: _s, todos: _t, seats, ...rest } = view as Views['desk'];
  return { ...rest, seats: Object.values(seats).map(({ devices: _d, ...seat }) => seat) };
}

/** At rest: every page shows the view of the whole log, and who is connected. */
export function checkFinalView(world: World, device: Device, devices: readonly Device[]): void {
  const { state } = world.witness;
  const { name, person } = device.holder;
  const ambient = connected(state, devices);
  const broke = (what: string, found: string | null) => {
    if (found !== null)
      world.witness.broke('views are views of the log', `${name}, at rest, ${what}: ${found}`);
  };
  const { view, me } = device.replica;
  broke('the view', difference(view, viewFor(device.audience, state, ambient)));
  if (person !== null) broke('their own part', difference(me, meFor(state, person, ambient)));
  if (view !== null && world.witness.model !== null)
    broke('by the model', againstModel(device.audience, view as MemberView, world.witness.model));
  const written = world.witness.model?.written ?? null;
  if (written === null) return;
  broke('in writing', viewInWriting(device, written));
  if (device.audience === 'desk') broke('in the minutes', minutesInWriting(device.minutes, written));
  checkSecrets(world, device);
}

/** Of a meeting in writing the desk knows more than the others. */
function checkSecrets(world: World, device: Device): void {
  const written = world.witness.model?.written ?? null;
  const told = written === null ? null : toldTooMuch(device, written);
  if (told !== null)
    world.witness.broke('decisions are the desk’s', `${device.holder.name} was told ${told}`);
}

function connected(state: MeetingState, devices: readonly Device[]): Ambient {
  let people = emptyPersonMap<number>();
  for (const { holder } of devices) if (holder.person !== null) people = setPerson(people, holder.person, 1);
  const presiding = viewFor('chair', state, { ...nobody, profile: profileById(state.profile) }).meeting
    .presiding;
  return {
    devices: people,
    chairConnected: devices.some(({ holder }) => holder.person !== null && holder.person === presiding),
    screensConnected: devices.filter(({ audience }) => audience === 'screen').length,
    joinUrl: null,
    profile: profileById(state.profile),
  };
}

/** What a view says otherwise than the plain model. */
function againstModel(audience: Audience, view: MemberView, model: MeetingModel): string | null {
  // The public is shown neither who speaks nor who asks to, nor how a vote stands.
  const hidden = audience === 'observer' && model.isClosed;
  const members = [...model.seats].filter(([who]) => model.isMember(who)).map(([, seat]) => seat);
  const present = members.filter(({ presence }) => presence === 'present');
  const queue = queueOf(model);
  const pairs: [string, unknown, unknown][] = [
    ['status', view.meeting.status, model.status],
    ['item', view.current, model.item],
    ['present', view.attendance.present, present.length],
    ['online', view.attendance.online, present.filter(({ channel }) => channel === 'online').length],
    ['observers', view.attendance.observers, model.observers],
    ['list', view.floor.listOpen, !hidden && model.listOpen],
    ['speaker', view.floor.turn?.who ?? null, hidden ? null : model.speaker],
  ];
  if (hidden) pairs.push(['queue', view.floor.queue.length, 0]);
  else if (queue !== null) pairs.push(['queue', view.floor.queue.map(({ who }) => who).join(), queue.join()]);
  const { vote } = view;
  const own = vote === null ? undefined : model.votes.get(vote.id);
  if (vote !== null && own !== undefined) {
    const books = booksOf(own);
    pairs.push(['vote', vote.status, own.status], ['表決権者', vote.eligible, books.eligible]);
    if (vote.counts !== null)
      pairs.push(
        ['賛成', vote.counts.yes, books.yes],
        ['反対', vote.counts.no, books.no],
        ['棄権', vote.counts.abstain, books.abstain],
      );
  }
  const wrong = pairs.find(([, told, right]) => told !== right);
  return wrong === undefined ? null : `${wrong[0]} ${String(wrong[1])}, ${String(wrong[2])}`;
}
