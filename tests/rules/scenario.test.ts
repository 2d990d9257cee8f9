import { describe, expect, it } from 'vitest';
import { JsonFileError } from '../../server/jsonFile.ts';
import { parseScenario } from '../../server/replay/scenario.ts';

function scenario(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    format: 'kyoshu-scenario/1',
    meeting: {
      title: '第１回審議会',
      body: '審議会',
      startsAt: '2026-04-01T14:00:00+09:00',
      venue: '会議室',
      mode: 'inRoom',
      public: { open: true },
    },
    people: [{ id: 'm01', name: '委員０１', role: 'chair' }],
    agenda: [{ id: 'i1', title: '議題', kind: 'consultation' }],
    steps: [{ at: '00:01:30', by: 'm01', do: 'startItem', item: 'i1', ref: 't', expect: 'refused:agenda/' }],
    ...changes,
  };
}

function problemOf(text: string): string {
  try {
    parseScenario(text, 'file.json');
  } catch (error) {
    if (error instanceof JsonFileError) return error.message;
    throw error;
  }
  return '(accepted)';
}

const lines = (value: unknown) => JSON.stringify(value, null, 1);

describe('reading a scenario', () => {
  it('[X1] counts the times of steps from the start of the meeting', () => {
    const { steps, plan } = parseScenario(lines(scenario()));
    expect(plan.rules.quorum.rule).toBe('majority');
    expect(steps).toEqual([
      {
        no: 1,
        line: 28,
        at: Date.parse('2026-04-01T14:01:30+09:00'),
        by: 'm01',
        verb: 'startItem',
        fields: { item: 'i1' },
        ref: 't',
        expectRefusal: 'agenda/',
      },
    ]);
  });

  it('[X1] takes the dates of a written meeting in the meeting’s own zone', () => {
    const file = scenario({
      steps: [
        { at: '2026-05-14', by: 'm01', do: 'notifyResult' },
        { at: '2026-05-17T10:00', by: 'm01', do: 'notifyResult' },
      ],
    });
    expect(parseScenario(lines(file)).steps.map((step) => new Date(step.at).toISOString())).toEqual([
      '2026-05-13T15:00:00.000Z',
      '2026-05-17T01:00:00.000Z',
    ]);
  });

  it('[X2] refuses what is not JSON, with the line', () => {
    expect(problemOf('{\n "format": "kyoshu-scenario/1",\n "steps": [,]\n}')).toMatch(
      /^file\.json:3: this is not JSON/,
    );
    expect(problemOf('')).toMatch(/^file\.json:1: /);
    expect(problemOf('[]')).toMatch(/a JSON object is expected/);
  });

  it('[X2] refuses another format and says which one it plays', () => {
    expect(problemOf(lines(scenario({ format: 'kyoshu-scenario/9' })))).toBe(
      'file.json:2: the format is "kyoshu-scenario/9"; this program plays "kyoshu-scenario/1"',
    );
  });

  it('[X2] names the field that is wrong, and the step', () => {
    expect(problemOf(lines(scenario({ people: [{ id: 'm01', name: '', role: 'chair' }] })))).toMatch(
      /^file\.json:\d+: people\.0\.name: /,
    );
    expect(problemOf(lines(scenario({ colour: 'red' })))).toMatch(/colour/);
    const steps = Array.from({ length: 41 }, () => ({ at: '00:00:01', by: 'm01', do: 'yieldFloor' }));
    steps[39] = { at: '00:00:01', by: 'm01', do: 'fly' };
    expect(problemOf(lines(scenario({ steps })))).toMatch(
      /^file\.json:\d+: step 40: steps\.39\.do: unknown verb "fly"/,
    );
  });
});
