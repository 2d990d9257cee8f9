/**
 * The box (投票箱) of a secret ballot.
 *
 * A box holds how often each choice was put in and nothing else: no order, no time and no person is ever in it, so
 * none can be read out of it. Its text is padded to whole pages and encrypted anew with each deposit, so that
 * neither its length nor which bytes changed tells the choice.
 *
 * What this protects: once the vote is closed, box and key are wiped out, and nobody can learn from the store how
 * anyone voted; the log says only who took part. A copy of the store taken once while the vote runs, with the key
 * in it, gives the counts at that moment.
 *
 * What it does not: somebody who can read the server's memory, or who copies the store with its side files before
 * and after one single ballot while the vote runs, can subtract. A vote that all answer alike tells everybody's
 * choice. And a disk may keep deleted blocks in places that no program can reach.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { LogError } from './errors.ts';

/** The longest choice, in bytes of UTF-8. */
export const DEPOSIT_BYTES = 512;

const PAGE = 1024;
const NONCE = 12;
const TAG = 16;
const KEY = 32;

/** Bytes from a generator fit for keys. */
export type Random = (bytes: number) => Uint8Array;

/** Both in base64, and never in the same row. */
export interface SealedBox {
  readonly key: string;
  readonly content: string;
}

type Counts = ReadonlyMap<string, number>;

const seal = (box: string, key: Buffer, counts: Counts, random: Random): SealedBox => {
  const entries = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = Buffer.from(JSON.stringify(entries));
  const padded = Buffer.alloc(Math.ceil(text.length / PAGE) * PAGE, ' ');
  text.copy(padded);
  const nonce = random(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(box));
  const content = Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  return { key: key.toString('base64'), content: content.toString('base64') };
};

const unseal = (box: string, sealed: SealedBox): Counts => {
  const bytes = Buffer.from(sealed.content, 'base64');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    Buffer.from(sealed.key, 'base64'),
    bytes.subarray(0, NONCE),
  )
    .setAAD(Buffer.from(box))
    .setAuthTag(bytes.subarray(-TAG));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
  return new Map(JSON.parse(text.toString()) as [string, number][]);
};

const damagedBox = (box: string, cause: unknown): LogError =>
  new LogError(
    'log/damaged',
    `投票箱「${box}」を開けられません。ファイルが壊れています。`,
    `The ballot box "${box}" cannot be opened: the file is damaged.`,
    cause,
  );

const countsIn = (box: string, sealed: SealedBox): Counts => {
  try {
    return unseal(box, sealed);
  } catch (error) {
    throw damagedBox(box, error);
  }
};

/** The box with one deposit more; `sealed` is null for the first. Throws a LogError `log/damaged`. */
export const putInto = (
  box: string,
  sealed: SealedBox | null,
  deposit: string,
  random: Random,
): SealedBox => {
  const counts = new Map(sealed === null ? [] : countsIn(box, sealed));
  counts.set(deposit, (counts.get(deposit) ?? 0) + 1);
  const key = sealed === null ? Buffer.from(random(KEY)) : Buffer.from(sealed.key, 'base64');
  return seal(box, key, counts, random);
};

/** All deposits, sorted by their text. Throws a LogError `log/damaged`. */
export const takeOut = (box: string, sealed: SealedBox): string[] =>
  [...countsIn(box, sealed)].flatMap(([deposit, times]) => Array<string>(times).fill(deposit));
