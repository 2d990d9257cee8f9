/** For a container's HEALTHCHECK: 0 when this machine's server says that it is well (GET /healthz), 1 otherwise. */
import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';

const port = process.env.PORT ?? '3000';
// Its own certificate is made for the name that people use, not for loopback.
const request = process.env.KYOSHU_TLS_CERT
  ? getSecure({ port, host: '127.0.0.1', path: '/healthz', rejectUnauthorized: false })
  : getPlain({ port, host: '127.0.0.1', path: '/healthz' });

request.setTimeout(2_000, () => request.destroy(new Error('no answer in 2 s')));
request.on('response', (response) => {
  response.resume();
  process.exitCode = response.statusCode === 200 ? 0 : 1;
});
request.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
