import { minutesOf } from '../../shared/minutes/fold.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import type { ExportSource } from '../../server/exports/exportMeeting.ts';
import { playScenario, scenarioFile } from './playScenario.ts';

/** For each bundled form the meeting that is printed by it, as a file of the repository. */
export const publishedMeetings: Readonly<Record<string, string>> = {
  meguro: 'shared/samples/meguro-2022-2.json',
  tama: 'tests/golden/tama-2021-3/scenario.json',
  higashimurayama: 'tests/golden/higashimurayama-2012-5/scenario.json',
  shiki: 'tests/golden/shiki-2021-1/scenario.json',
  takatsuki: 'tests/golden/takatsuki-2021-2/scenario.json',
  shigikai: 'tests/golden/shigikai/scenario.json',
  nogyo: 'tests/golden/nogyo/scenario.json',
  plain: 'tests/golden/scenarios/show-of-hands.json',
};

/** That meeting, played through the rules, ready to be printed. */
export function publishedMeeting(id: string): ExportSource {
  const { log, stopped } = playScenario(scenarioFile(publishedMeetings[id] ?? id));
  if (stopped !== null) throw new Error(`${id}: step ${String(stopped.step.no)} was refused`);
  const { model, state } = minutesOf(log);
  return { state, blocks: model.blocks, profile: profileById(id) };
}
