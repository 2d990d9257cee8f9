/** A server under measurement, for `bench`: `benchServer bare|kyoshu CLIENTS`. */
import { serveBare } from '../bench/bareServer.ts';
import { serveKyoshu } from '../bench/kyoshuServer.ts';

const [kind, clients] = process.argv.slice(2);
if (kind === 'bare') serveBare();
else if (kind === 'kyoshu') await serveKyoshu(Number(clients));
else {
  console.error('benchServer is started by bench: npm run bench');
  process.exitCode = 2;
}
