import type { EventStamp } from '../meeting/events.ts';
import { closedBecause } from '../meeting/publicity.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { BlockOf, BlockType, MinutesBlock } from './block.ts';
import type { MinutesModel } from './model.ts';

type Stamped = 'id' | 'order' | 'seq' | 'changed' | 'at' | 'item' | 'speaker' | 'text' | 'closed';
/** A block as a fold writes it: what the event's stamp gives may be left out. */
type NewBlock = {
  [T in BlockType]: Omit<BlockOf<T>, Stamped> & Partial<Pick<BlockOf<T>, 'at' | 'item' | 'speaker' | 'text'>>;
}[BlockType];

export interface Found<T extends BlockType> {
  readonly block: BlockOf<T>;
  set(change: Partial<Omit<BlockOf<T>, 'id' | 'order' | 'seq' | 'changed' | 'type'>>): void;
}

/** One event being folded into the minutes: appends blocks, replaces those that it changes, and knows which. */
export class Folding {
  readonly model: MinutesModel;
  readonly state: MeetingState;
  private readonly event: EventStamp;
  private readonly touched: number[] = [];

  /** `state` is the meeting's state after the event. */
  constructor(model: MinutesModel, event: EventStamp, state: MeetingState) {
    this.model = model;
    this.event = event;
    this.state = state;
  }

  get at(): number {
    return this.event.at;
  }

  get by(): string {
    return this.event.by;
  }

  /** Appends a block; `place` names it for later events, `order` is where it is read, where not at the end. */
  add(block: NewBlock, place?: string, order?: number): void {
    const index = this.model.blocks.length;
    const seq = this.state.version;
    this.model.blocks.push({
      item: this.model.item,
      at: this.event.at,
      speaker: null,
      text: '',
      ...block,
      ...(closedBecause(this.state, block.item ?? this.model.item) === null ? {} : { closed: true as const }),
      id: `b${index + 1}`,
      order: order ?? index + 1,
      seq,
      changed: seq,
    });
    if (place !== undefined) this.model.places[place] = index;
    this.touched.push(index);
  }

  /** The block at `place`, of this type, to be replaced by a changed one; null where there is none. */
  find<T extends BlockType>(type: T, place: string): Found<T> | null {
    const index = this.model.places[place];
    const block = index === undefined ? undefined : this.model.blocks[index];
    if (index === undefined || block === undefined || !isOfType(block, type)) return null;
    return {
      block,
      set: (change) => {
        this.model.blocks[index] = { ...block, ...change, changed: this.state.version };
        if (!this.touched.includes(index)) this.touched.push(index);
      },
    };
  }

  has(place: string): boolean {
    return Object.hasOwn(this.model.places, place);
  }

  /** New or replaced blocks, in reading order. */
  changed(): MinutesBlock[] {
    return this.touched.flatMap((index) => this.model.blocks[index] ?? []).sort((a, b) => a.order - b.order);
  }
}

function isOfType<T extends BlockType>(block: MinutesBlock, type: T): block is BlockOf<T> {
  return block.type === type;
}
