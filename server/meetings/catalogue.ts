import { confirmedPrevious } from '../../shared/across/confirmedPrevious.ts';
import type { ConfirmedPrevious } from '../../shared/across/confirmedPrevious.ts';
import { followUpsIn } from '../../shared/across/followUps.ts';
import type { MeetingFollowUps } from '../../shared/across/followUps.ts';
import { retentionOf } from '../../shared/features/confirmation/retention.ts';
import type { MeetingListing } from '../../shared/protocol/api.ts';
import type { MeetingLog, MeetingSummary } from '../log/meetingLog.ts';
import { loadState } from './loadState.ts';

/** What is known of a meeting without opening it, at this version of its log. */
export interface Listed {
  readonly version: number;
  readonly listing: MeetingListing;
  readonly followUps: MeetingFollowUps;
  /** The minutes before to which its body agreed. */
  readonly confirmed: ConfirmedPrevious | null;
}

/** All meetings of the store at a glance. What was read last is kept by version: a finished meeting is folded once. */
export class MeetingCatalogue {
  readonly #log: MeetingLog;
  readonly #listed = new Map<string, Listed>();

  constructor(log: MeetingLog) {
    this.#log = log;
  }

  /** In the order in which they were made. */
  async all(): Promise<readonly Listed[]> {
    const found: Listed[] = [];
    const summaries = await this.#log.meetings();
    const known = new Set(summaries.map(({ meeting }) => meeting));
    for (const meeting of this.#listed.keys()) if (!known.has(meeting)) this.#listed.delete(meeting);
    for (const summary of summaries) {
      const one = await this.#read(summary);
      if (one !== null) found.push(one);
    }
    return found;
  }

  async #read({ meeting, version, createdAt }: MeetingSummary): Promise<Listed | null> {
    const known = this.#listed.get(meeting);
    if (known?.version === version) return known;
    const state = await loadState(this.#log, meeting);
    if (state === null) return null;
    const { title, body, startsAt, venue, mode } = state.info;
    const listing: MeetingListing = {
      id: meeting,
      info: { title, body, startsAt, venue, mode },
      status: state.conduct.status,
      rehearsal: state.rehearsal,
      createdAt,
      people: state.roster.order.length,
      finalizedAt: state.confirmation.finalized?.at ?? null,
      retention: retentionOf(state),
    };
    const found = {
      version: state.version,
      listing,
      followUps: followUpsIn(state),
      confirmed: confirmedPrevious(state),
    };
    this.#listed.set(meeting, found);
    return found;
  }
}
