import { Router, json } from 'express';
import type { Request } from 'express';
import type { Logger } from 'pino';
import * as v from 'valibot';
import { retentionOf } from '../../../shared/features/confirmation/retention.ts';
import type { Refusal } from '../../../shared/meeting/refusal.ts';
import type { MeetingState } from '../../../shared/meeting/state.ts';
import type { DisposalListing } from '../../../shared/protocol/api.ts';
import { disposalsCsv } from '../../exports/disposalsCsv.ts';
import { readLines, toLines } from '../../log/lines.ts';
import type { MeetingLog } from '../../log/meetingLog.ts';
import { unknownMeeting } from '../../meetings/refusals.ts';
import type { MeetingRegistry } from '../../meetings/meetingRegistry.ts';
import type { Clock } from '../../surroundings.ts';
import { downloadNamed } from '../download.ts';
import type { LinkDesk } from '../links.ts';
import { bodyOf, deskOf, Refused } from '../requestContext.ts';
import type { Sessions } from '../sessions.ts';

const stillKept: Refusal = {
  code: 'retention/record-kept',
  ja: 'この会議の記録は、まだ取り除けません。会議録を確定し、保存期間が終わってから、取り除いてください。',
  en: 'This record cannot be taken out yet. Make the minutes final, and wait until its time of keeping is over.',
};
const otherFile: Refusal = {
  code: 'retention/other-file',
  ja: '選んだファイルは、この会議の今の記録ではありません。もう一度書き出して、そのファイルを選んでください。',
  en: 'The chosen file is not this meeting’s record as it is now. Take it home again, and choose that file.',
};
const badFile = (line: number, ja: string, en: string): Refusal => ({
  code: 'retention/bad-file',
  ja: `選んだファイルの${String(line)}行目：${ja}。もう一度書き出してください。`,
  en: `Line ${String(line)} of the chosen file: ${en}. Take the record home again.`,
});

/** The file as its text, which proves that the record was kept elsewhere, and what it is called there. */
const removalSchema = v.strictObject({
  file: v.string(),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
});

/**
 * The end of a record's time of keeping: the town hall's desk takes it home as a file, shows that file, and only then the
 * meeting is taken out of the store, which the register (廃棄の記録) keeps. `npm run log -- import FILE` brings it back.
 */
export function archiveRoutes(parts: {
  readonly sessions: Sessions;
  readonly registry: MeetingRegistry;
  readonly links: LinkDesk;
  readonly log: MeetingLog;
  readonly clock: Clock;
  readonly logger: Logger;
}): Router {
  const { sessions, registry, links, log, clock, logger } = parts;
  const router = Router();

  async function stateOf(request: Request): Promise<MeetingState> {
    const { id } = request.params;
    const state = typeof id === 'string' ? await registry.use(id, (room) => room.state) : null;
    if (state === null) throw new Refused(404, unknownMeeting);
    return state;
  }

  router.get('/meetings/:id/archive', async (request, response) => {
    await deskOf(sessions, request);
    const { id, info } = await stateOf(request);
    const [copy, epoch] = [await log.copyOut(id), await log.epoch(id)];
    if (copy === null) throw new Refused(404, unknownMeeting);
    response
      .type('application/x-ndjson')
      .set('content-disposition', downloadNamed(`${info.title}_記録_${id}.jsonl`))
      .send(`${[...toLines(copy, epoch ?? '')].join('\n')}\n`);
  });

  router.post('/meetings/:id/removal', json({ limit: '128mb' }), async (request, response) => {
    const { link } = await deskOf(sessions, request);
    const state = await stateOf(request);
    const { recordDueAt } = retentionOf(state);
    if (recordDueAt === null || recordDueAt > clock.now()) throw new Refused(409, stillKept);
    const { file, name } = bodyOf(removalSchema, request);
    const read = readLines(file);
    if (!read.ok) throw new Refused(400, badFile(read.line, read.ja, read.en));
    const [kept, ...others] = read.copies;
    const [last] = await log.read(state.id, Math.max(0, (await log.version(state.id)) - 1));
    // The chain was checked: the same last hash is the same record from its beginning.
    const isIt =
      others.length === 0 && kept?.meeting === state.id && kept.records.at(-1)?.hash === last?.hash;
    if (!isIt) throw new Refused(409, otherFile);
    const { title, body, startsAt } = state.info;
    const removed = await log.remove(state.id, kept.records.length, {
      meeting: state.id,
      title,
      body,
      heldAt: startsAt,
      records: kept.records.length,
      head: last?.hash ?? '',
      removedAt: clock.now(),
      removedBy: link.id,
      file: name,
    });
    if (!removed) throw new Refused(409, otherFile);
    await links.removeAll(state.id);
    logger.warn(
      { meeting: state.id, records: kept.records.length, hash: last?.hash },
      'a record was taken out',
    );
    response.status(204).end();
  });

  router.get('/disposals', async (request, response) => {
    await deskOf(sessions, request);
    const disposals: readonly DisposalListing[] = (await log.disposals()).toReversed();
    if (request.query['format'] === 'csv')
      response
        .type('text/csv; charset=utf-8')
        .set('content-disposition', downloadNamed('廃棄の記録.csv'))
        .send(disposalsCsv(disposals));
    else response.json(disposals);
  });

  return router;
}
