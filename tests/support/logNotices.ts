import type { LogNotice, MeetingLog } from '../../server/log/meetingLog.ts';

/** Collects a log's notices, and lets a test await one. */
export interface NoticeBoard {
  readonly all: readonly LogNotice[];
  /** Resolves with the first of this kind that is not older than this call. */
  next<K extends LogNotice['kind']>(kind: K): Promise<Extract<LogNotice, { kind: K }>>;
}

export const noticeBoard = (log: MeetingLog): NoticeBoard => {
  const all: LogNotice[] = [];
  log.onNotice((notice) => all.push(notice));
  return {
    all,
    next: (kind) =>
      new Promise((resolve) => {
        const stop = log.onNotice((notice) => {
          if (notice.kind !== kind) return;
          stop();
          resolve(notice as Extract<LogNotice, { kind: typeof kind }>);
        });
      }),
  };
};

/** Resolves when the followed meeting has been told this text. */
export const toldOf = (log: MeetingLog, meeting: string, text: string): Promise<void> =>
  new Promise((resolve) => {
    const stop = log.follow(meeting, (records) => {
      if (!records.some(({ event }) => 'text' in event && event.text === text)) return;
      stop();
      resolve();
    });
  });
