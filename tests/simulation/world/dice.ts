/** Chance from a seed: the same seed gives the same numbers on every machine. */
export class Dice {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** `name` gives each use its own numbers, so that one more roll in one place changes nothing in another. */
  constructor(seed: number, name: string) {
    this.#a = seed >>> 0;
    this.#b = 0x9e3779b9;
    this.#c = 0x243f6a88;
    this.#d = 1;
    for (let i = 0; i < name.length; i++) {
      this.#b = Math.imul(this.#b ^ name.charCodeAt(i), 0x85ebca6b) >>> 0;
      this.#c = (this.#c + Math.imul(this.#b, i + 1)) >>> 0;
    }
    for (let i = 0; i < 12; i++) this.#next();
  }

  /** From 0 up to 1, 1 left out. */
  roll(): number {
    return this.#next() / 4294967296;
  }

  chance(probability: number): boolean {
    return this.roll() < probability;
  }

  between(least: number, most: number): number {
    return least + this.roll() * (most - least);
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.roll() * (most - least + 1));
  }

  pick<T>(list: readonly [T, ...T[]]): T;
  pick<T>(list: readonly T[]): T | undefined;
  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.roll() * list.length)];
  }

  /** Mostly short, seldom long. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.roll());
  }

  bytes(count: number): Buffer {
    const buffer = Buffer.alloc(count);
    for (let i = 0; i < count; i++) buffer[i] = this.#next() >>> 24;
    return buffer;
  }

  /** sfc32 (Doty-Humphrey): 32 bits. */
  #next(): number {
    const sum = (this.#a + this.#b + this.#d) >>> 0;
    this.#d = (this.#d + 1) >>> 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) >>> 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) >>> 0;
    this.#c = (this.#c + sum) >>> 0;
    return sum;
  }
}
