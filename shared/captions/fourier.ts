/** A complex series: real and imaginary parts, a power of two long. */
export interface Series {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export function emptySeries(size: number): Series {
  return { re: new Float64Array(size), im: new Float64Array(size) };
}

/** The discrete Fourier transform, in place; `inverse` without the division by the length. */
function fourier({ re, im }: Series, inverse = false): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      swap(re, i, j);
      swap(im, i, j);
    }
  }
  for (let length = 2; length <= n; length <<= 1) {
    const half = length >> 1;
    const angle = ((inverse ? 2 : -2) * Math.PI) / length;
    const cos = new Float64Array(half);
    const sin = new Float64Array(half);
    for (let k = 0; k < half; k++) {
      cos[k] = Math.cos(angle * k);
      sin[k] = Math.sin(angle * k);
    }
    for (let start = 0; start < n; start += length)
      for (let k = 0; k < half; k++) {
        const a = start + k;
        const b = a + half;
        const [bRe, bIm, c, s] = [re[b] ?? 0, im[b] ?? 0, cos[k] ?? 0, sin[k] ?? 0];
        const tRe = bRe * c - bIm * s;
        const tIm = bRe * s + bIm * c;
        re[b] = (re[a] ?? 0) - tRe;
        im[b] = (im[a] ?? 0) - tIm;
        re[a] = (re[a] ?? 0) + tRe;
        im[a] = (im[a] ?? 0) + tIm;
      }
  }
}

/** For each shift s (negative ones from the end) the sum over t of a(t + s) times b(t)'s conjugate: its real part. */
export function crossCorrelation(a: Series, b: Series): Float64Array {
  fourier(a);
  fourier(b);
  const n = a.re.length;
  for (let i = 0; i < n; i++) {
    const [aRe, aIm, bRe, bIm] = [a.re[i] ?? 0, a.im[i] ?? 0, b.re[i] ?? 0, b.im[i] ?? 0];
    a.re[i] = aRe * bRe + aIm * bIm;
    a.im[i] = aIm * bRe - aRe * bIm;
  }
  fourier(a, true);
  return a.re;
}

function swap(values: Float64Array, i: number, j: number): void {
  const kept = values[i] ?? 0;
  values[i] = values[j] ?? 0;
  values[j] = kept;
}
