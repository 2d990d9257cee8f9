import type { Command } from '../../shared/meeting/commands.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { Answer, Join, Joined, MinutesPatch } from '../../shared/protocol/messages.ts';
import { protocolVersion } from '../../shared/protocol/messages.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import type { MeetingRegistry } from '../meetings/meetingRegistry.ts';
import type { MeetingRoom } from '../meetings/meetingRoom.ts';
import {
  closing,
  notJoined,
  notRehearsal,
  notYourScreen,
  onlyDesk,
  reload,
  unknownMeeting,
} from '../meetings/refusals.ts';
import { blocksFor } from '../meetings/minutesStream.ts';
import type { MinutesReaders } from '../meetings/minutesStream.ts';
import { rooms } from '../meetings/wire.ts';
import type { Connection } from './gateway.ts';
import { readersAmong, rightsOf, rightsOfPerson } from '../meetings/rights.ts';
import type { Rights } from '../meetings/rights.ts';

interface Place {
  readonly room: MeetingRoom;
  readonly release: () => void;
  readonly audience: Audience;
  /** The person of a rehearsal as whom the desk acts. */
  readonly as: string | undefined;
  readonly person: string | null;
  readonly unwatch: () => void;
  /** As whom the screen follows the minutes; null while it does not. */
  reads: MinutesReaders | null;
}

interface CommandFromOutside {
  readonly id: string;
  readonly at: number | null;
  readonly command: Command;
}

export interface SeatParts {
  readonly registry: MeetingRegistry;
  /** The connection took its place in a meeting or left it; for counting. */
  readonly counted: (audience: string, change: 1 | -1) => void;
}

/** One connection's place in a meeting: what it listens to, and as whom it acts. */
export class Seat {
  readonly #connection: Connection;
  readonly #parts: SeatParts;
  #place: Place | null = null;
  #gone = false;
  #joinedBefore = false;

  constructor(connection: Connection, parts: SeatParts) {
    this.#connection = connection;
    this.#parts = parts;
  }

  /** Plays a rehearsal: as fast as the meeting answers. */
  get playsRehearsal(): boolean {
    return this.#isDesk && this.#place?.room.rehearsal === true;
  }

  /** The log position of the meeting; 0 outside of one. */
  get version(): number {
    return this.#place?.room.state.version ?? 0;
  }

  get now(): number {
    return this.#place?.room.now() ?? 0;
  }

  async join(message: Join): Promise<Joined> {
    if (message.protocol !== protocolVersion) return { ok: false, refusal: reload };
    this.#leavePlace();
    const held = await this.#parts.registry.hold(message.meeting);
    // A page that comes to a process that is ending tries again, and comes to the next one.
    if (held === null) return { ok: false, refusal: this.#parts.registry.closing ? closing : unknownMeeting };
    try {
      if ((message.seen ?? 0) > held.room.state.version) await held.room.readOn();
    } catch (error) {
      held.release();
      throw error;
    }
    // Another join, or the end of the connection, may have come meanwhile.
    const refusal = this.#gone ? notJoined : this.#refusalToJoin(held.room, message);
    if (refusal !== null) {
      held.release();
      return { ok: false, refusal };
    }
    this.#leavePlace();
    return this.#take(held.room, held.release, message);
  }

  async command({ id, at, command }: CommandFromOutside): Promise<Answer> {
    const place = this.#place;
    if (place === null) return { ok: false, id, version: 0, refusal: notJoined };
    const { room } = place;
    const actor = this.#rights(place)?.actor ?? null;
    const refused = (refusal: Refusal): Answer => ({ ok: false, id, version: room.state.version, refusal });
    if (actor === null) return refused(notYourScreen);
    if (at !== null && !this.playsRehearsal) return refused(notRehearsal);
    return room.command(id, command, actor, at);
  }

  async advance(to: number): Promise<{ readonly ok: boolean; readonly now: number }> {
    const place = this.#place;
    if (place === null || !this.playsRehearsal) return { ok: false, now: this.now };
    await place.room.advance(to);
    return { ok: true, now: place.room.now() };
  }

  /** Follows the minutes from log position `from` on. */
  async minutes(from: number): Promise<MinutesPatch | { readonly refusal: Refusal }> {
    const place = this.#place;
    if (place === null) return { refusal: notJoined };
    const readers = readersAmong(place.audience, place.room.state);
    if (readers === null) return { refusal: notYourScreen };
    const { room } = place;
    const minutes = await room.minutes();
    if (this.#place !== place) return { refusal: notJoined };
    if (place.reads === null) {
      place.reads = readers;
      room.fanout.readersChanged(readers, 1);
      this.#connection.enter(rooms.minutes(room.id, readers));
    }
    return {
      epoch: room.fanout.epoch,
      to: minutes.version,
      blocks: blocksFor(readers, minutes.since(from)),
    };
  }

  /** The connection is at its end. */
  leave(): void {
    this.#gone = true;
    this.#leavePlace();
  }

  get #isDesk(): boolean {
    return this.#connection.session.link.role === 'desk';
  }

  #refusalToJoin(room: MeetingRoom, { audience, as }: Join): Refusal | null {
    if (room.stopped !== null) return room.stopped;
    if (as !== undefined && !this.#isDesk) return onlyDesk;
    if (as !== undefined && (!room.rehearsal || rightsOfPerson(room.state, as) === null)) return notRehearsal;
    const rights = rightsOf(this.#connection.session.link, room.state);
    if (rights === null) return unknownMeeting;
    return rights.audiences.includes(audience) ? null : notYourScreen;
  }

  #take(room: MeetingRoom, release: () => void, { audience, as, have, seen }: Join): Joined {
    const rights = rightsOf(this.#connection.session.link, room.state);
    const person = as ?? rights?.person ?? null;
    const me = person === null ? null : room.fanout.enterPerson(person);
    // Into the stream before into the room: no patch may come before the answer that it builds on.
    const { at, missing } = room.fanout.enter(audience, have, seen);
    if (room.rehearsal) this.#connection.enter(rooms.clock(room.id));
    this.#connection.enter(rooms.audience(room.id, audience));
    if (person !== null) this.#connection.enter(rooms.person(room.id, person));
    this.#place = {
      room,
      release,
      audience,
      as,
      person,
      reads: null,
      unwatch: room.watchRights(() => {
        this.#checkAudience();
      }),
    };
    this.#parts.counted(audience, 1);
    // A page that comes again on its line may believe that the store waits, and have missed that it is back.
    const { waiting } = this.#parts.registry;
    if (waiting || this.#joinedBefore) this.#connection.send('store', { waiting });
    this.#joinedBefore = true;
    if (person !== null) room.presence.personArrived(person);
    else if (audience === 'screen') room.presence.screenArrived();
    return { ok: true, at, ...missing, me, now: room.now(), rehearsal: room.rehearsal };
  }

  #leavePlace(): void {
    const place = this.#place;
    if (place === null) return;
    this.#place = null;
    const { room, audience, person } = place;
    place.unwatch();
    if (room.rehearsal) this.#connection.leave(rooms.clock(room.id));
    this.#connection.leave(rooms.audience(room.id, audience));
    if (place.reads !== null) {
      this.#connection.leave(rooms.minutes(room.id, place.reads));
      room.fanout.readersChanged(place.reads, -1);
    }
    if (person !== null) this.#connection.leave(rooms.person(room.id, person));
    room.fanout.leave(audience);
    this.#parts.counted(audience, -1);
    if (person !== null) {
      room.fanout.leavePerson(person);
      room.presence.personLeft(person);
    } else if (audience === 'screen') room.presence.screenLeft();
    place.release();
  }

  #rights(place: Place): Rights | null {
    return place.as === undefined
      ? rightsOf(this.#connection.session.link, place.room.state)
      : rightsOfPerson(place.room.state, place.as);
  }

  /** Whoever takes or leaves the chair gets another screen. */
  #checkAudience(): void {
    const place = this.#place;
    if (place === null || place.as !== undefined || this.#isDesk) return;
    const rights = rightsOf(this.#connection.session.link, place.room.state);
    const stays = rights?.audiences.includes(place.audience) === true;
    const comesToChair = rights?.audiences[0] === 'chair' && place.audience !== 'chair';
    if (stays && !comesToChair) return;
    this.#leavePlace();
    this.#connection.send('rejoin', {
      reason: 'audience',
      ja: '進行役が替わりました。画面を切り替えます。',
      en: 'Somebody else presides now. Your screen changes.',
    });
  }
}
