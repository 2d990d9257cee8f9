import fc from 'fast-check';
import { Encoder, PacketType } from 'socket.io-parser';
import { describe, expect, test } from 'vitest';
import { ViewEncoder } from '../../server/transport/encoder.ts';

describe('the wire', () => {
  test('[N10] packets are written in Socket.IO’s own format, letter for letter but for the order of an answer’s keys', () => {
    const ours = new ViewEncoder();
    const theirs = new Encoder();
    fc.assert(
      fc.property(
        fc.constantFrom(PacketType.EVENT, PacketType.ACK),
        fc.option(fc.nat(), { nil: undefined }),
        fc.array(fc.jsonValue(), { minLength: 1, maxLength: 3 }),
        (type, id, data) => {
          const packet = { type, nsp: '/', data, ...(id === undefined ? {} : { id }) };
          expect(ours.encode({ ...packet })).toEqual(theirs.encode({ ...packet }));
        },
      ),
    );
  });

  test('[N10] a view in the answer to a join reads the same, and is put into text once', () => {
    const ours = new ViewEncoder();
    const view = { version: 3, people: { m01: { name: '委員０１' } }, agenda: [] };
    let looks = 0;
    const counted = new Proxy(view, {
      ownKeys(target) {
        looks += 1;
        return Reflect.ownKeys(target);
      },
    });
    for (const id of [7, 8, 9]) {
      const answer = { ok: true, at: { epoch: 'e', revision: id }, view: counted, me: null, now: 5 };
      const [text = ''] = ours.encode({ type: PacketType.ACK, nsp: '/', id, data: [answer] });
      expect(String(text).startsWith(`3${String(id)}[`)).toBe(true);
      expect(JSON.parse(String(text).slice(2))).toEqual([{ ...answer, view }]);
    }
    expect(looks).toBe(1);
  });
});
