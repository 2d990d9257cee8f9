import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { answerQuestions } from './answerQuestions.ts';

/** What a patch of ours looks like, so that the same number of bytes travels. */
const patch = {
  epoch: 'e49qOHQblAcIuFuXobekQQ',
  patch: [
    ['=', ['version'], 2041],
    [
      '~',
      ['floor', 'queue'],
      0,
      0,
      [
        {
          who: 'm0001',
          kind: 'speak',
          raisedAt: 1795345705636,
          enteredAt: 1795345705636,
          source: 'self',
          channel: 'inRoom',
          times: 0,
          lost: false,
          tie: null,
          why: { ja: '受付 14:03:21 会場', en: 'Received 14:03:21, in the room' },
        },
      ],
    ],
  ],
};

/**
 * The measure: Socket.IO with nothing behind it. A raised hand is broadcast to everybody, a ballot goes into a map and
 * a tally goes out every 50 ms while ballots come.
 */
export function serveBare(): void {
  const server = createServer();
  const io = new Server(server, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
  });
  const votes = new Map<string, string>();
  let revision = 0;
  let tally: NodeJS.Timeout | null = null;
  const sendTally = () => {
    tally = null;
    const counts = { yes: 0, no: 0 };
    for (const choice of votes.values()) counts[choice === 'yes' ? 'yes' : 'no'] += 1;
    io.emit('patch', { ...patch, from: revision, to: ++revision, counts });
  };
  io.on('connection', (socket) => {
    socket.on('join', (_message: unknown, answer: (joined: object) => void) => {
      answer({ ok: true });
    });
    socket.on(
      'command',
      (message: { do: string; id: string; choice?: string }, answer: (a: object) => void) => {
        answer({ ok: true, id: message.id, version: revision });
        if (message.do === 'castVote') {
          votes.set(socket.id, message.choice ?? '');
          tally ??= setTimeout(sendTally, 50);
        } else io.emit('patch', { ...patch, from: revision, to: ++revision });
      },
    );
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    answerQuestions(`http://127.0.0.1:${port}`, (question) =>
      Promise.resolve(
        typeof question === 'object'
          ? Array.from({ length: question.count }, () => ({ headers: {}, auth: {}, meeting: 'bare' }))
          : votes.size,
      ),
    );
  });
}
