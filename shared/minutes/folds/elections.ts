import type { ElectionEvents } from '../../features/elections/events.ts';
import type { Folds } from './fold.ts';
import { nothing } from './fold.ts';

export const electionFolds: Folds<keyof ElectionEvents> = {
  ElectionOpened: (minutes, { election, item, office, method }) => {
    minutes.add(
      {
        type: 'election',
        election,
        item,
        office,
        method,
        elected: null,
        rounds: [],
        lot: false,
        declareTurn: null,
      },
      `election:${election}`,
    );
  },
  Nominated: nothing,
  NominationObjected: (minutes, { who }) => {
    const { turn } = minutes.model;
    minutes.add({ type: 'stage', direction: 'objection', choice: null, method: null, turn, speaker: who });
  },
  ElectionBallotCast: nothing,
  ElectionBallotsRecorded: nothing,
  ElectionClosed: (minutes, { election, counts, blank, invalid }) => {
    const found = minutes.find('election', `election:${election}`);
    found?.set({ rounds: [...found.block.rounds, { counts, blank, invalid }] });
  },
  LotDrawn: (minutes, { election }) => {
    minutes.find('election', `election:${election}`)?.set({ lot: true });
  },
  ElectedDeclared: (minutes, { election, who }) => {
    const declareTurn = minutes.model.turn;
    minutes.find('election', `election:${election}`)?.set({ elected: who, speaker: who, declareTurn });
  },
  Appointed: (minutes, { who, office }) => {
    minutes.add({
      type: 'election',
      election: null,
      office,
      method: 'appointed',
      speaker: who,
      elected: who,
      rounds: [],
      lot: false,
      declareTurn: minutes.model.turn,
    });
  },
};
