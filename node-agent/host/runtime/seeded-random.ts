/**
 * Math.random from a seed: xoshiro128** (Blackman & Vigna, 2018), its state filled by splitmix32;
 * two draws make the 53 bits of a number. As shared/random/random.ts, but nothing the guest can
 * replace is called.
 */
import { mathImul } from './intrinsics.ts';

export function seededMathRandom(seed: number): () => number {
  let mix = seed >>> 0;
  const splitmix = (): number => {
    mix = (mix + 0x9e3779b9) >>> 0;
    let z = mix;
    z = mathImul(z ^ (z >>> 16), 0x21f0aaad);
    z = mathImul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let d = splitmix();
  const draw = (): number => {
    const scrambled = mathImul(rotateLeft(mathImul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return scrambled;
  };
  return function random() {
    const high = draw() >>> 5;
    const low = draw() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
