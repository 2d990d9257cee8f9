/** A cell of the seat map, from 0. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Place {
  readonly width: number;
  readonly height: number;
}

/** Where everybody sits on the map, in cells. */
export interface SeatLayout {
  readonly columns: number;
  readonly rows: number;
  readonly places: Readonly<Record<string, Place>>;
  /** The cell of the officials' seats (説明席). */
  readonly officials: Place;
  /** A free rectangle large enough for words; null where there is none. */
  readonly middle: Box | null;
}

/** The rings there are, the smallest first: none so wide that a name could not be read, none so long that it scrolls. */
const rings = [
  { columns: 5, rows: 4 },
  ...[4, 5, 6, 7, 8].map((rows) => ({ columns: 7, rows })),
  { columns: 8, rows: 8 },
];
const hallColumns = 7;
const leastMiddle = { width: 3, height: 2 };

/**
 * Seats without places of their own: a ring with the chair at the top, the officials opposite and the members
 * clockwise; more people than a ring holds sit in rows facing the chair.
 */
export function automaticLayout(ids: readonly string[]): SeatLayout {
  const [first, ...others] = ids;
  const ring = ringFor(others.length);
  if (ring === null) return hall(ids);
  const cells = ringCells(ring.columns, ring.rows);
  const half = cells.length / 2;
  const right = Math.ceil(others.length / 2);
  const side = half - 1;
  const places: Record<string, Place> = {};
  const put = (id: string | undefined, cell: number) => {
    const place = cells[cell];
    if (id !== undefined && place !== undefined) places[id] = place;
  };
  put(first, 0);
  others.forEach((id, at) => {
    if (at < right) put(id, 1 + spread(at, right, side));
    else put(id, half + 1 + spread(at - right, others.length - right, side));
  });
  return {
    ...ring,
    places,
    officials: cells[half] ?? { x: 0, y: 0 },
    middle: { x: 1, y: 1, width: ring.columns - 2, height: ring.rows - 2 },
  };
}

/**
 * The same with the places that the desk gave by hand (`given`); whoever has none yet takes their automatic place
 * where it is free, else the first free cell.
 */
export function seatLayout(
  ids: readonly string[],
  given: Readonly<Record<string, Place | null | undefined>>,
): SeatLayout {
  const placed = ids.filter((id) => given[id] != null);
  const automatic = automaticLayout(ids);
  if (placed.length === 0) return automatic;
  const places: Record<string, Place> = {};
  const taken = new Set<string>();
  const take = (id: string, place: Place) => {
    places[id] = place;
    taken.add(keyOf(place));
  };
  const xs = placed.map((id) => given[id]?.x ?? 0);
  const ys = placed.map((id) => given[id]?.y ?? 0);
  const origin = { x: Math.min(...xs), y: Math.min(...ys) };
  for (const id of placed) {
    const place = given[id];
    if (place != null) take(id, { x: place.x - origin.x, y: place.y - origin.y });
  }
  const columns = Math.max(automatic.columns, ...Object.values(places).map(({ x }) => x + 1));
  const free = (place: Place | undefined) => place !== undefined && !taken.has(keyOf(place));
  for (const id of ids) {
    if (places[id] !== undefined) continue;
    const own = automatic.places[id];
    take(id, own !== undefined && free(own) ? own : firstFree(taken, columns));
  }
  const officials = free(automatic.officials) ? automatic.officials : firstFree(taken, columns);
  taken.add(keyOf(officials));
  const rows = Math.max(officials.y + 1, ...Object.values(places).map(({ y }) => y + 1));
  return { columns, rows, places, officials, middle: largestFree(taken, columns, rows) };
}

/** Two people change places, or one moves to an empty cell. */
export function moved(
  places: Readonly<Record<string, Place>>,
  id: string,
  to: Place,
): Readonly<Record<string, Place>> {
  const from = places[id];
  if (from === undefined) return places;
  const there = Object.keys(places).find((other) => other !== id && same(places[other], to));
  return { ...places, ...(there === undefined ? {} : { [there]: from }), [id]: to };
}

/** What of an arrangement differs from another: what a command has to say. */
export function movedPlaces(
  before: Readonly<Record<string, Place | null>>,
  after: Readonly<Record<string, Place>>,
): Record<string, Place> {
  return Object.fromEntries(
    Object.entries(after).filter(([id, place]) => !same(before[id] ?? undefined, place)),
  );
}

function ringFor(others: number): { columns: number; rows: number } | null {
  return rings.find(({ columns, rows }) => 2 * columns + 2 * rows - 6 >= others) ?? null;
}

/** Clockwise, from the middle of the top row. */
function ringCells(columns: number, rows: number): Place[] {
  const start = Math.floor(columns / 2);
  const along = (count: number, make: (at: number) => Place) =>
    Array.from({ length: count }, (_, at) => make(at));
  return [
    ...along(columns - start, (at) => ({ x: start + at, y: 0 })),
    ...along(rows - 2, (at) => ({ x: columns - 1, y: at + 1 })),
    ...along(columns, (at) => ({ x: columns - 1 - at, y: rows - 1 })),
    ...along(rows - 2, (at) => ({ x: 0, y: rows - 2 - at })),
    ...along(start, (at) => ({ x: at, y: 0 })),
  ];
}

/** The cell of the n-th of `count` people spread over `cells` cells. */
function spread(n: number, count: number, cells: number): number {
  return Math.floor(((n + 0.5) * cells) / count);
}

function hall(ids: readonly string[]): SeatLayout {
  const [first, ...others] = ids;
  const places: Record<string, Place> = {};
  if (first !== undefined) places[first] = { x: Math.floor((hallColumns - 1) / 2), y: 0 };
  others.forEach((id, at) => {
    places[id] = { x: at % hallColumns, y: 1 + Math.floor(at / hallColumns) };
  });
  const rows = 1 + Math.ceil(others.length / hallColumns);
  return { columns: hallColumns, rows, places, officials: { x: hallColumns - 1, y: 0 }, middle: null };
}

function firstFree(taken: ReadonlySet<string>, columns: number): Place {
  for (let at = 0; ; at++) {
    const place = { x: at % columns, y: Math.floor(at / columns) };
    if (!taken.has(keyOf(place))) return place;
  }
}

function largestFree(taken: ReadonlySet<string>, columns: number, rows: number): Box | null {
  let best: Box | null = null;
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      let reach = columns - x;
      for (let height = 1; y + height <= rows; height++) {
        let width = 0;
        while (width < reach && !taken.has(keyOf({ x: x + width, y: y + height - 1 }))) width++;
        reach = width;
        if (reach < leastMiddle.width) break;
        if (height >= leastMiddle.height && (best === null || reach * height > best.width * best.height))
          best = { x, y, width: reach, height };
      }
    }
  return best;
}

function keyOf({ x, y }: Place): string {
  return `${String(x)},${String(y)}`;
}

function same(one: Place | undefined, other: Place | undefined): boolean {
  return one !== undefined && other !== undefined && one.x === other.x && one.y === other.y;
}
