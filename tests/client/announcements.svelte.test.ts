import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { Announcements, gatherMs } from '../../client/components/announcements.svelte.ts';

/** A clock in the test's hand: `pass` runs what was due. */
function clock() {
  const due: (() => void)[] = [];
  const waits: number[] = [];
  return {
    waits,
    schedule: (run: () => void, ms: number) => {
      due.push(run);
      waits.push(ms);
    },
    pass: () => {
      for (const run of due.splice(0)) run();
    },
  };
}

describe('live regions', () => {
  it('[C5] says at once what concerns the listener, even twice', () => {
    const spoken = new Announcements(clock().schedule);
    spoken.say('あなたの番です');
    expect(spoken.urgent).toBe('あなたの番です');
    const before = spoken.urgent;
    spoken.say('あなたの番です');
    expect(spoken.urgent).not.toBe(before);
    expect(spoken.urgent.replace('\u200b', '')).toBe('あなたの番です');
  });

  it('[C5] gathers chatter into one polite message in three seconds', () => {
    const time = clock();
    const spoken = new Announcements(time.schedule);
    spoken.mention('挙手は1人です', 'queue');
    expect(spoken.polite).toBe('挙手は1人です');
    spoken.mention('挙手は2人です', 'queue');
    spoken.mention('委員０５さんが発言しています', 'speaker');
    spoken.mention('挙手は3人です', 'queue');
    expect(spoken.polite).toBe('挙手は1人です');
    expect(time.waits).toEqual([gatherMs]);
    time.pass();
    expect(spoken.polite).toBe('委員０５さんが発言しています 挙手は3人です');
    time.pass();
    spoken.mention('挙手はありません', 'queue');
    expect(spoken.polite).toBe('挙手はありません');
  });

  it('[C5] can be spoken to from an effect without waking it again', () => {
    const spoken = new Announcements(clock().schedule);
    let turn = $state(0);
    let runs = 0;
    const end = $effect.root(() => {
      $effect(() => {
        runs++;
        spoken.say(`${turn}番目です`);
        spoken.mention('挙手は1人です');
      });
    });
    flushSync();
    expect(runs).toBe(1);
    turn = 2;
    flushSync();
    expect(runs).toBe(2);
    expect(spoken.urgent).toBe('2番目です');
    end();
  });
});
