import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';

/** A file that people write cannot be used; the message names file, line and what is wrong. */
export class JsonFileError extends Error {
  override name = 'JsonFileError';
}

export type JsonPath = readonly (string | number)[];

export interface JsonFile {
  readonly value: Record<string, unknown>;
  /** The line (from 1) where the value at a path starts, or the closest one above it that exists. */
  lineAt(path: JsonPath): number;
  /** `file.json:12` for the same place. */
  placeOf(path: JsonPath): string;
}

/** Parses a JSON object and remembers where everything stands. @throws {JsonFileError} */
export function parseJsonFile(text: string, name: string): JsonFile {
  const errors: ParseError[] = [];
  const clean = text.replace(/^\uFEFF/, '');
  const root = parseTree(clean, errors, { disallowComments: true });
  const lineOf = lineFinder(clean);
  const first = errors[0];
  if (first !== undefined)
    throw new JsonFileError(
      `${name}:${lineOf(first.offset)}: this is not JSON (${printParseErrorCode(first.error)})`,
    );
  if (root?.type !== 'object') throw new JsonFileError(`${name}:1: a JSON object is expected`);
  const lineAt = (path: JsonPath) => lineOf(nearest(root, path).offset);
  return {
    value: getNodeValue(root) as Record<string, unknown>,
    lineAt,
    placeOf: (path) => `${name}:${lineAt(path)}`,
  };
}

function nearest(root: Node, path: JsonPath): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return root;
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
