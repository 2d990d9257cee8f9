/*
 * Two people type into one turn at once. The later writer sends the words they started from (`base`) and the words
 * they have now (`mine`); meanwhile the turn says `theirs`. Nothing that either of them added may be lost: where both
 * changed the same place, theirs stands first and mine follows.
 */

/** More line pairs than this are not compared; the whole changed stretch then counts as one place. */
const comparisonLimit = 250_000;

export function mergeText(base: string, theirs: string, mine: string): string {
  if (theirs === base || theirs === mine) return mine;
  if (mine === base) return theirs;
  return mergeLines(base.split('\n'), theirs.split('\n'), mine.split('\n')).join('\n');
}

/** Walks through the base from one line that all three share to the next; between two such, one side may win. */
function mergeLines(base: readonly string[], theirs: readonly string[], mine: readonly string[]): string[] {
  const inTheirs = matches(base, theirs);
  const inMine = matches(base, mine);
  const merged: string[] = [];
  const from = { base: 0, theirs: 0, mine: 0 };
  for (let line = 0; line <= base.length; line++) {
    const last = line === base.length;
    const t = last ? theirs.length : inTheirs[line];
    const m = last ? mine.length : inMine[line];
    if (t === undefined || m === undefined) continue;
    const stretch = mergeStretch(
      base.slice(from.base, line),
      theirs.slice(from.theirs, t),
      mine.slice(from.mine, m),
    );
    merged.push(...stretch);
    const shared = base[line];
    if (shared !== undefined) merged.push(shared);
    Object.assign(from, { base: line + 1, theirs: t + 1, mine: m + 1 });
  }
  return merged;
}

function mergeStretch(base: string[], theirs: string[], mine: string[]): string[] {
  const [b, t, m] = [base.join('\n'), theirs.join('\n'), mine.join('\n')];
  if (t === b && theirs.length === base.length) return mine;
  if (m === b && mine.length === base.length) return theirs;
  if (t === m && theirs.length === mine.length) return mine;
  if (base.length === 0 || theirs.length === 0 || mine.length === 0) return [...theirs, ...mine];
  return [mergeWords(b, t, m)];
}

/** So many letters in a row that all three share hold the words around them apart; fewer may be chance. */
const shortestAnchor = 3;

/** Two wordings of one stretch: what all three share stays, and what was changed between is merged place by place. */
function mergeWords(base: string, theirs: string, mine: string): string {
  if (apart(change(base, theirs), change(base, mine))) return mergePlace(base, theirs, mine);
  const [b, t, m] = [[...base], [...theirs], [...mine]];
  const anchors = anchorsOf(matches(b, t), matches(b, m));
  if (anchors.length === 0) return mergePlace(base, theirs, mine, '\n');
  let merged = '';
  const from = { base: 0, theirs: 0, mine: 0 };
  for (const anchor of [...anchors, { base: b.length, theirs: t.length, mine: m.length, length: 0 }]) {
    merged += mergePlace(
      b.slice(from.base, anchor.base).join(''),
      t.slice(from.theirs, anchor.theirs).join(''),
      m.slice(from.mine, anchor.mine).join(''),
    );
    merged += b.slice(anchor.base, anchor.base + anchor.length).join('');
    from.base = anchor.base + anchor.length;
    from.theirs = anchor.theirs + anchor.length;
    from.mine = anchor.mine + anchor.length;
  }
  return merged;
}

interface Anchor {
  readonly base: number;
  readonly theirs: number;
  readonly mine: number;
  readonly length: number;
}

/** The runs of letters that have their partners in both, side by side. */
function anchorsOf(
  inTheirs: readonly (number | undefined)[],
  inMine: readonly (number | undefined)[],
): Anchor[] {
  const anchors: Anchor[] = [];
  for (let base = 0; base < inTheirs.length;) {
    const [theirs, mine] = [inTheirs[base], inMine[base]];
    let length = 0;
    if (theirs !== undefined && mine !== undefined)
      while (
        base + length < inTheirs.length &&
        inTheirs[base + length] === theirs + length &&
        inMine[base + length] === mine + length
      )
        length++;
    if (theirs !== undefined && mine !== undefined && length >= shortestAnchor)
      anchors.push({ base, theirs, mine, length });
    base += Math.max(1, length);
  }
  return anchors;
}

/** Two changes at different places are both made; at one place, theirs stands before mine. `between` parts them. */
function mergePlace(base: string, theirs: string, mine: string, between = ''): string {
  if (theirs === base || theirs === mine) return mine;
  if (mine === base) return theirs;
  const t = change(base, theirs);
  const m = change(base, mine);
  if (apart(t, m)) {
    const [first, second] = t.from <= m.from ? [t, m] : [m, t];
    return (
      base.slice(0, first.from) +
      first.text +
      base.slice(first.to, second.from) +
      second.text +
      base.slice(second.to)
    );
  }
  const from = Math.min(t.from, m.from);
  const to = Math.max(t.to, m.to);
  const whole = (c: Change) => base.slice(from, c.from) + c.text + base.slice(c.to, to);
  // Where each wrote the whole anew, they are two paragraphs.
  const seam = from === 0 && to === base.length && to > 0 ? between : '';
  return base.slice(0, from) + whole(t) + seam + whole(m) + base.slice(to);
}

function apart(t: Change, m: Change): boolean {
  const [first, second] = t.from <= m.from ? [t, m] : [m, t];
  return first.to <= second.from && !(t.from === m.from && t.to === m.to);
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The one stretch of `before` that differs in `after`. */
function change(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) };
}

/** For each line of `a` its partner in `b`, by the longest common subsequence; undefined where it has none. */
function matches(a: readonly string[], b: readonly string[]): (number | undefined)[] {
  const partner: (number | undefined)[] = a.map(() => undefined);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) {
    partner[head] = head;
    head++;
  }
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  ) {
    tail++;
    partner[a.length - tail] = b.length - tail;
  }
  const rows = a.length - head - tail;
  const columns = b.length - head - tail;
  if (rows * columns === 0 || rows * columns > comparisonLimit) return partner;
  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      longest[i * width + j] =
        a[head + i] === b[head + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (a[head + i] === b[head + j]) partner[head + i++] = head + j++;
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return partner;
}
