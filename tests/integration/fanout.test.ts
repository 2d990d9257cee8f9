import { describe, expect, test } from 'vitest';
import { manualSurroundings } from '../support/manualSurroundings.ts';
import { MeetingHarness, send } from '../support/meetingHarness.ts';

/** Lets the event loop come round until nothing is left to do at this moment. */
async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve));
}

describe('what goes out when', () => {
  test('[N9] a change goes out at once on a quiet line, the chair’s and the desk’s first; on a busy one changes gather', async () => {
    const world = manualSurroundings();
    const harness = new MeetingHarness({ surroundings: world });
    const room = await harness.make();
    for (const audience of ['member', 'observer', 'screen', 'desk', 'chair'] as const)
      room.fanout.enter(audience, undefined);
    await send(room, 'desk', { do: 'checkIn', who: 'm01', channel: 'inRoom' });
    await settle();
    const first = harness.sent.splice(0).map(({ room: to }) => to.split('/')[1]);
    expect(first).toEqual(['chair', 'desk', 'screen', 'member', 'observer']);

    for (const who of ['m02', 'm03', 'm04'])
      await send(room, 'desk', { do: 'checkIn', who, channel: 'inRoom' });
    await settle();
    expect(harness.sent).toEqual([]);
    world.pass(50);
    await settle();
    const gathered = harness.sent.filter(({ room: to }) => to.endsWith('/desk'));
    expect(gathered).toHaveLength(1);
    expect(gathered[0]?.message).toMatchObject({ from: 2, to: 3 });
  });

  test('[N9] audiences to whom nobody listens cost nothing', async () => {
    const harness = new MeetingHarness();
    const room = await harness.make();
    await send(room, 'desk', { do: 'checkIn', who: 'm01', channel: 'inRoom' });
    await settle();
    expect(harness.sent).toEqual([]);
  });

  test('[N5] a screen further back than what is kept gets the whole view', async () => {
    const world = manualSurroundings();
    const harness = new MeetingHarness({ surroundings: world });
    const room = await harness.make();
    const { at } = room.fanout.enter('desk', undefined);
    const next = async (count: number) => {
      for (let i = 0; i < count; i++) {
        await send(room, 'desk', { do: 'admitObservers', count: i + 1 });
        world.pass(50);
        await settle();
      }
    };
    await next(200);
    expect(room.fanout.enter('desk', at).missing).toHaveProperty('patches');
    await next(1);
    expect(room.fanout.enter('desk', at).missing).toHaveProperty('view');
  });
});
