import type { PlanInput } from '../../shared/meeting/plan.ts';
import { planOf } from './plans.ts';
import type { TestServer } from './startServer.ts';
import type { TestClient } from './testClient.ts';

/** A meeting that has been opened, with its first item begun and everybody in the room. */
export interface HeldMeeting {
  readonly id: string;
  readonly desk: TestClient<'desk'>;
  readonly chair: TestClient<'chair'>;
}

/** Makes a meeting, checks its members in and begins the first item, all through the desk's and the chair's sockets. */
export async function holdMeeting(server: TestServer, plan: PlanInput = planOf()): Promise<HeldMeeting> {
  const id = await server.makeMeeting(plan);
  const desk = await server.join(await server.desk(), id, 'desk');
  for (const { id: who, role } of plan.people)
    if (role === 'chair' || role === 'deputyChair' || role === 'member')
      await desk.must({ do: 'checkIn', who, channel: 'inRoom' });
  const chair = await server.joinAs(id, 'm01', 'chair');
  await chair.must({ do: 'openMeeting' });
  const { version } = await chair.must({ do: 'startItem', item: 'i1' });
  await Promise.all([desk.reach(version), chair.reach(version)]);
  return { id, desk, chair };
}
