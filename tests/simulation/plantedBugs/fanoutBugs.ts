import type { PlantedBug } from './plantedBug.ts';

/** In the fan-out, in presence and at the door. */
export const fanoutBugs: readonly PlantedBug[] = [
  {
    name: 'same-epoch-again',
    breaks: 'Offsets of an earlier process are taken for offsets of this one.',
    file: 'server/meetings/meetingRoom.ts',
    find: '      epoch: newToken(surroundings.random),',
    put: `      epoch: 'epoch',`,
  },
  {
    name: 'personal-parts-forgotten',
    breaks: 'What may change for anybody is sent to nobody.',
    file: 'server/meetings/fanout.ts',
    find: `touched === 'all' ? this.#mine.keys() : touched`,
    put: `touched === 'all' ? [] : touched`,
  },
  {
    name: 'last-one-out',
    breaks: 'One screen that leaves takes its whole audience with it.',
    file: 'server/meetings/fanout.ts',
    find: '    this.#listeners.set(audience, (this.#listeners.get(audience) ?? 1) - 1);',
    put: '    this.#listeners.set(audience, 0);',
  },
  {
    name: 'one-device-gone-all-gone',
    breaks: 'Of two sockets of a person, one that closes counts for both.',
    file: 'server/meetings/presence.ts',
    find: '    const left = (getPerson(this.#here, person) ?? 1) - 1;',
    put: '    const left = 0;',
  },
  {
    name: 'return-not-noticed',
    breaks: 'A lost link that is back is not recorded.',
    file: 'server/meetings/presence.ts',
    find: `    if (isAway(this.#parts.state(), person)) this.#parts.back(person);
    this.#changed();`,
    put: '    this.#changed();',
  },
  {
    name: 'return-races-loss',
    breaks: 'Who comes back while the loss of the link is being written stays lost.',
    file: 'server/meetings/presence.ts',
    find: '    } else if (getPerson(this.#here, person) !== undefined) this.#parts.back(person);',
    put: '    }',
  },
  {
    name: 'return-not-written',
    breaks: 'A link that is back while the disk is full stays lost.',
    file: 'server/meetings/meetingRoom.ts',
    find: '        if (!answer.ok && answer.refusal.code === unavailable.code) this.presence.lookAgain(who);',
    put: '        void [answer, unavailable];',
  },
  {
    name: 'no-re-entry',
    breaks: 'Who comes back after the grace has not re-entered.',
    file: 'server/meetings/presence.ts',
    find: `  return leftWithIt || linkOf(state, person) === 'lost';`,
    put: `  return !leftWithIt && linkOf(state, person) === 'lost';`,
  },
  {
    name: 'minutes-twice',
    breaks: 'The minutes are given events that they have read already.',
    file: 'server/meetings/roomMinutes.ts',
    find: 'this.#minutes.apply(events.slice(Math.max(0, known)))',
    put: 'this.#minutes.apply(known < 0 ? [] : events)',
  },
  {
    name: 'old-chair-keeps-the-screen',
    breaks: 'Who leaves the chair keeps the chair’s screen.',
    file: 'server/transport/seat.ts',
    find: '    if (stays && !comesToChair) return;',
    put: '    if (!comesToChair) return;',
  },
  {
    name: 'ghosts',
    breaks: 'A socket that has closed stays in its meeting.',
    file: 'server/transport/gateway.ts',
    find: `    visitor.end();
`,
    put: `    void visitor;
`,
  },
  {
    name: 'waits-for-ever',
    breaks: 'Pages are not told that the store takes appends again.',
    file: 'server/meetings/storeWatch.ts',
    find: `        this.#setWaiting(notice.kind === 'waiting');`,
    put: '        this.#setWaiting(true);',
  },
  {
    name: 'first-speaker-forgotten',
    breaks: 'Of two turns between two looks, the first changes nobody’s own part.',
    file: 'shared/views/personsTouched.ts',
    find: `    case 'TurnBegan':
`,
    put: `    case 'TurnBegan':
      return [];
`,
  },
];
