import { createCipheriv, createDecipheriv } from 'node:crypto';
import { LogError } from '../errors.ts';
import { DEPOSIT_BYTES, type Random } from '../sealedBox.ts';
import type { Client } from './connection.ts';
import { boxKey, boxSecretKey } from './keys.ts';

/**
 * The box of a secret ballot in Redis: a set of deposits, all of one length, each encrypted for itself under the
 * box's key. (Counts, as the file keeps them, would have to be read and written back, which two nodes cannot do at
 * once.) A set has no order; but Redis' append-only file has one, and holds the key beside it, until it is rewritten:
 * which is asked for when a box is destroyed.
 */
const NONCE = 12;
const TAG = 16;
const KEY = 32;
const LENGTH = 2;

const newKey = (random: Random): string => Buffer.from(random(KEY)).toString('base64');

export const sealDeposit = (box: string, key: string, deposit: string, random: Random): string => {
  const text = Buffer.from(deposit);
  const padded = Buffer.alloc(LENGTH + DEPOSIT_BYTES);
  padded.writeUInt16BE(text.length);
  text.copy(padded, LENGTH);
  const nonce = random(NONCE);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce).setAAD(Buffer.from(box));
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
};

const openDeposit = (box: string, key: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(box))
    .setAuthTag(bytes.subarray(-TAG));
  const padded = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
  return padded.subarray(LENGTH, LENGTH + padded.readUInt16BE()).toString();
};

/** The box's key, made by the first who asks. */
export const keyOf = async (client: Client, box: string, random: Random): Promise<string> => {
  const proposed = newKey(random);
  return (await client.set(boxSecretKey(box), proposed, { condition: 'NX', GET: true })) ?? proposed;
};

/** All deposits, sorted by their text. Rejects with a LogError `log/damaged`. */
export const openRedisBox = async (client: Client, box: string): Promise<string[]> => {
  const [key, deposits] = await Promise.all([client.get(boxSecretKey(box)), client.sMembers(boxKey(box))]);
  try {
    return key === null ? [] : deposits.map((sealed) => openDeposit(box, key, sealed)).sort();
  } catch (error) {
    throw new LogError(
      'log/damaged',
      `投票箱「${box}」を開けられません。`,
      `The ballot box "${box}" cannot be opened: it is damaged.`,
      error,
    );
  }
};
