import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { MemberView } from '../../../shared/views/types/memberView.ts';
import { holdMeeting } from '../../support/heldMeeting.ts';
import { planOf } from '../../support/plans.ts';
import type { TestServer } from '../../support/startServer.ts';
import type { TestClient } from '../../support/testClient.ts';
import { Dice } from '../world/dice.ts';
import type { History, Input, Operation, Reading } from './history.ts';
import type { Meeting } from './sequential.ts';

const people = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09'];

/** How often everybody acts at once; each time, some go on one after the other. */
const rounds = 3;

/** One after the other: what is shown then can have come about in one way only. */
const calmly: readonly Input[] = [
  { do: 'voidVote' },
  { do: 'openVote' },
  { do: 'castVote', who: 'm02', choice: 'no' },
  { do: 'castVote', who: 'm03', choice: 'yes' },
  { do: 'read' },
  { do: 'closeVote' },
  { do: 'castVote', who: 'm04', choice: 'yes' },
  { do: 'lowerHand', who: 'm04' },
  { do: 'lowerHand', who: 'm05' },
  { do: 'raiseHand', who: 'm04' },
  { do: 'raiseHand', who: 'm05' },
  { do: 'read' },
  { do: 'lowerHand', who: 'm04' },
  { do: 'lowerHand', who: 'm05' },
  { do: 'read' },
];

/** Where every recorded history begins. */
export const begin: Meeting = { present: people, queue: [], vote: null };

/**
 * Four members, an onlooker and the desk at once, `asked` times each in every round, each as fast as it is answered, over real sockets: what each asked, when, and what it
 * was told. A read waits until its screen shows what anybody had acknowledged when it began. `servers`: nodes of one log.
 */
export async function recordHistory(
  servers: readonly [TestServer, ...TestServer[]],
  seed: number,
  asked: number,
): Promise<History> {
  const rules = {
    quorum: { onLoss: 'warn' },
    vote: { tally: 'live', changeable: 'untilClose', noResponse: 'flagAndResolve' },
  } as const;
  const { id, desk } = await holdMeeting(servers[0], planOf({ members: people.length, rules }));
  const history: Operation[] = [];
  let acknowledged = 0;
  const hold = async (client: string, screen: TestClient, inputs: readonly Input[]) => {
    for (const input of inputs) {
      const called = performance.now();
      if (input.do === 'read') {
        await screen.reach(acknowledged);
        const output = readingOf(screen.view as MemberView);
        history.push({ client, called, returned: performance.now(), input, output });
        continue;
      }
      const answer = await screen.send(commandOf(input));
      acknowledged = Math.max(acknowledged, answer.version);
      const output = answer.ok ? 'ok' : 'refused';
      history.push({ client, called, returned: performance.now(), input, output });
    }
  };
  const phones = await Promise.all(
    people.slice(1, 5).map(async (who, index) => {
      const session = await servers[0].sessionOf(id, who);
      return {
        who,
        screen: await (servers[index % servers.length] ?? servers[0]).join(session, id, 'member'),
      };
    }),
  );
  const screen = await servers[0].join(await servers[0].desk(), id, 'member');
  for (let round = 0; round < rounds; round++) {
    const dice = (name: string) => new Dice(seed * rounds + round, name);
    const reads = Array.from({ length: asked }, (): Input => ({ do: 'read' }));
    await Promise.all([
      hold('desk', desk, inputsOfDesk(dice('desk'), asked)),
      hold('onlooker', screen, reads),
      ...phones.map(({ who, screen: phone }) => hold(who, phone, inputsOf(who, dice(who), asked))),
    ]);
    for (const input of calmly) {
      const phone = phones.find(({ who }) => 'who' in input && who === input.who);
      if (phone !== undefined) await hold(phone.who, phone.screen, [input]);
      else if (input.do === 'read') await hold('onlooker', screen, [input]);
      else await hold('desk', desk, [input]);
    }
  }
  return history.toSorted((a, b) => a.called - b.called);
}

function inputsOf(who: string, dice: Dice, count: number): Input[] {
  return Array.from({ length: count }, (): Input => {
    const roll = dice.roll();
    if (roll < 0.35) return { do: 'castVote', who, choice: dice.pick(['yes', 'no', 'abstain'] as const) };
    if (roll < 0.6) return { do: 'raiseHand', who };
    if (roll < 0.75) return { do: 'lowerHand', who };
    return { do: 'read' };
  });
}

function inputsOfDesk(dice: Dice, count: number): Input[] {
  return Array.from({ length: count }, (): Input => {
    const who = dice.pick(['m05', 'm07', 'm08'] as const);
    const roll = dice.roll();
    if (roll < 0.2) return { do: 'openVote' };
    if (roll < 0.32) return { do: 'closeVote' };
    if (roll < 0.45) return { do: 'voidVote' };
    if (roll < 0.6) return { do: 'leave', who };
    return roll < 0.8 ? { do: 'checkIn', who } : { do: 'read' };
  });
}

function commandOf(input: Exclude<Input, { do: 'read' }>): CommandInput {
  switch (input.do) {
    case 'raiseHand':
      return { do: 'raiseHand' };
    case 'lowerHand':
      return { do: 'lowerHand' };
    case 'castVote':
      return { do: 'castVote', item: 'i1', choice: input.choice };
    case 'checkIn':
      return { do: 'checkIn', who: input.who, channel: 'inRoom' };
    case 'leave':
      return { do: 'leave', who: input.who };
    case 'openVote':
      return { do: 'openVote', item: 'i1', method: 'electronic' };
    case 'closeVote':
      return { do: 'closeVote', item: 'i1' };
    case 'voidVote':
      return { do: 'voidVote', item: 'i1', why: 'やり直し' };
  }
}

function readingOf({ floor, attendance, vote }: MemberView): Reading {
  const shown = vote === null || vote.status === 'void' ? null : vote;
  const { yes = 0, no = 0, abstain = 0 } = shown?.counts ?? {};
  return {
    queue: floor.queue.map(({ who }) => who),
    present: attendance.present,
    vote: shown === null ? null : { open: shown.status === 'open', yes, no, abstain },
  };
}
