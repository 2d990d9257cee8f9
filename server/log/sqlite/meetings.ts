import type { Shelf, StoredMeeting } from '../embedded/shelf.ts';
import type { Database } from './database.ts';

type Meetings = Pick<Shelf, 'meetings' | 'addMeeting' | 'setEpoch' | 'removeMeeting'>;

export const meetings = (db: Database): Meetings => {
  const all = db.prepare('SELECT meeting, created_at AS createdAt, epoch FROM meetings ORDER BY number');
  const add = db.prepare('INSERT INTO meetings (meeting, created_at, epoch) VALUES (?, ?, ?)');
  const setEpoch = db.prepare('UPDATE meetings SET epoch = ? WHERE meeting = ?');
  const allow = db.prepare("INSERT OR REPLACE INTO store (name, value) VALUES ('removing', ?)");
  const forbid = db.prepare("DELETE FROM store WHERE name = 'removing'");
  const remove = ['records', 'answers', 'snapshots', 'meetings'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE meeting = ?`),
  );
  return {
    meetings: () => all.all() as unknown as StoredMeeting[],
    addMeeting: ({ meeting, createdAt, epoch }) => void add.run(meeting, createdAt, epoch),
    setEpoch: (meeting, epoch) => void setEpoch.run(epoch, meeting),
    removeMeeting(meeting) {
      allow.run(meeting);
      for (const statement of remove) statement.run(meeting);
      forbid.run();
    },
  };
};
