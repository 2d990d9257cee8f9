import type { Shelf, StoredMeeting } from '../embedded/shelf.ts';
import type { Database } from './database.ts';

type Meetings = Pick<Shelf, 'meetings' | 'addMeeting' | 'setEpoch'>;

export const meetings = (db: Database): Meetings => {
  const all = db.prepare('SELECT meeting, created_at AS createdAt, epoch FROM meetings ORDER BY number');
  const add = db.prepare('INSERT INTO meetings (meeting, created_at, epoch) VALUES (?, ?, ?)');
  const setEpoch = db.prepare('UPDATE meetings SET epoch = ? WHERE meeting = ?');
  return {
    meetings: () => all.all() as unknown as StoredMeeting[],
    addMeeting: ({ meeting, createdAt, epoch }) => void add.run(meeting, createdAt, epoch),
    setEpoch: (meeting, epoch) => void setEpoch.run(epoch, meeting),
  };
};
