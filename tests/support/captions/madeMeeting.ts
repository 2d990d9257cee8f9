import type { CaptionPerson } from '../../../shared/captions/spokenPeople.ts';
import type { BlockOf, MinutesBlock } from '../../../shared/minutes/block.ts';
import { minutesOf } from '../../../shared/minutes/fold.ts';
import { playScenario, scenarioFile } from '../playScenario.ts';
import { Chance } from './chance.ts';

/** A meeting as the log has it. */
export interface MadeMeeting {
  readonly people: readonly CaptionPerson[];
  readonly blocks: readonly MinutesBlock[];
}

/** The bundled sample meeting, as it comes out of the rules. */
export function sampleMeeting(path = 'shared/samples/meguro-2022-2.json'): MadeMeeting {
  const { log, stopped } = playScenario(scenarioFile(path));
  if (stopped !== null) throw new Error(stopped.refusal.en);
  const { model, state } = minutesOf(log);
  return { people: state.roster.order.flatMap((id) => state.roster.people[id] ?? []), blocks: model.blocks };
}

const start = Date.UTC(2026, 3, 10, 1);

/**
 * A meeting of about so many minutes that nobody held: openings, explanations, questions and answers, the chair's
 * namings of no length, follow-ups without the chair, recesses, breaks in which nobody has the floor.
 */
export function madeMeeting(seed: number, minutes: number, members = 12): MadeMeeting {
  const chance = new Chance(seed);
  const people: CaptionPerson[] = [
    { id: 'm01', name: '会長役 一', role: 'chair', title: '会長' },
    ...Array.from({ length: members }, (_, i): CaptionPerson => ({
      id: `m${String(i + 2).padStart(2, '0')}`,
      name: `委員${String(i + 2).padStart(2, '0')}`,
      role: 'member',
    })),
    ...['総務課長', '福祉課長', '環境課長', '都市計画課長'].map((title, i): CaptionPerson => ({
      id: `k0${i + 1}`,
      name: title,
      role: 'official',
      title,
    })),
    { id: 's01', name: '事務局', role: 'secretariat' },
  ];
  const roles = new Map(people.map(({ id, role }) => [id, role]));
  const blocks: BlockOf<'turn'>[] = [];
  let at = 0;
  const end = minutes * 60;
  const close = () => {
    const last = blocks.at(-1);
    if (last?.endedAt === null) blocks[blocks.length - 1] = { ...last, endedAt: start + at * 1000 };
  };
  const turn = (who: string, seconds: number) => {
    close();
    const role = roles.get(who);
    const no = blocks.length + 1;
    blocks.push({
      type: 'turn',
      id: `b${no}`,
      order: no,
      seq: no,
      changed: no,
      item: null,
      at: Math.round(start + at * 1000),
      speaker: who,
      text: '',
      turn: no,
      role: role === 'chair' ? 'chair' : role === 'official' || role === 'secretariat' ? role : 'member',
      explanation: null,
      endedAt: null,
      withdrawn: null,
      corrections: [],
      speakerCorrections: [],
      partOf: null,
      joined: null,
      edited: null,
      undo: null,
      redo: null,
    });
    at += seconds;
  };
  const named = (who: string, seconds: number) => {
    if (blocks.at(-1)?.speaker !== 'm01') turn('m01', 0);
    else at += chance.between(1, 4);
    turn(who, seconds);
  };
  const quiet = (seconds: number) => {
    close();
    at += seconds;
  };
  turn('m01', chance.between(40, 120));
  named('s01', chance.between(30, 90));
  let sinceRecess = 0;
  while (at < end) {
    const begun = at;
    const official = `k0${chance.whole(1, 4)}`;
    turn('m01', chance.between(8, 30));
    named(official, chance.between(90, 600));
    for (let questions = chance.whole(1, 7); questions > 0 && at < end; questions--) {
      if (chance.is(0.1)) quiet(chance.between(3, 15));
      const member = `m${String(chance.whole(2, members + 1)).padStart(2, '0')}`;
      named(member, Math.max(6, chance.around(60, 35)));
      for (let rounds = chance.whole(1, 3); rounds > 0; rounds--) {
        turn(chance.is(0.85) ? official : `k0${chance.whole(1, 4)}`, Math.max(4, chance.around(45, 30)));
        if (rounds > 1) turn(member, Math.max(3, chance.around(25, 18)));
      }
    }
    turn('m01', chance.between(10, 40));
    if (chance.is(0.6)) {
      turn('s01', chance.between(4, 10));
      turn('m01', chance.between(6, 20));
    }
    sinceRecess += at - begun;
    if (sinceRecess > 55 * 60 && at < end) {
      sinceRecess = 0;
      quiet(chance.between(300, 900));
      turn('m01', chance.between(5, 15));
    }
  }
  turn('m01', chance.between(10, 40));
  close();
  return { people, blocks };
}
