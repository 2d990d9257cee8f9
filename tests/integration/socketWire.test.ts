import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, expect, test } from 'vitest';
import { socketWire } from '../../client/connection/socketWire.ts';
import type { Wire } from '../../client/connection/wire.ts';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
let wire: Wire;

afterEach(async () => {
  wire.close();
  await io.close();
});

test('[C77] a handshake that fails without a refusal is tried again until it succeeds', async () => {
  let tries = 0;
  io.use((_socket, next) => {
    tries += 1;
    next(tries < 3 ? new Error('the store does not answer') : undefined);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  wire = socketWire({ url: `http://127.0.0.1:${String((http.address() as AddressInfo).port)}` });
  let downs = 0;
  const nothing = () => undefined;
  await new Promise<void>((up, refused) => {
    wire.open({
      up,
      refused,
      down: () => {
        downs += 1;
      },
      patch: nothing,
      me: nothing,
      minutes: nothing,
      rejoin: nothing,
      store: nothing,
      clock: nothing,
    });
  });
  expect(tries).toBe(3);
  expect(downs).toBe(2);
});
