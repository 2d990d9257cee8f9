import type { AnswerRow, Shelf } from '../embedded/shelf.ts';
import type { Database } from './database.ts';

type Answers = Pick<Shelf, 'answer' | 'answers' | 'addAnswer'>;

const COLUMNS = 'command_id AS commandId, version, body';

export const answers = (db: Database): Answers => {
  const one = db.prepare(`SELECT ${COLUMNS} FROM answers WHERE meeting = ? AND command_id = ?`);
  const all = db.prepare(`SELECT ${COLUMNS} FROM answers WHERE meeting = ? ORDER BY version, command_id`);
  const add = db.prepare('INSERT INTO answers (meeting, command_id, version, body) VALUES (?, ?, ?, ?)');
  return {
    answer: (meeting, commandId) =>
      (one.all(meeting, commandId)[0] as unknown as AnswerRow | undefined) ?? null,
    answers: (meeting) => all.all(meeting) as unknown as AnswerRow[],
    addAnswer: (meeting, { commandId, version, body }) => void add.run(meeting, commandId, version, body),
  };
};
