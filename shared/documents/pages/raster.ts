/** A picture: 8 bits a sample, grey or RGB, rows from the top, without padding. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

/**
 * More pixels than the largest scanner or phone camera makes; a file that declares more is refused before anything is
 * unpacked. In pixels.
 */
export const MOST_PIXELS = 64_000_000;

/** A picture turned clockwise by quarter turns. */
export function turned(raster: Raster, quarters: number): Raster {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return raster;
  const { width, height, channels, data } = raster;
  const [wide, high] = turns === 2 ? [width, height] : [height, width];
  const result = new Uint8Array(data.length);
  for (let y = 0, to = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const [fromX, fromY] =
        turns === 1
          ? [y, height - 1 - x]
          : turns === 2
            ? [width - 1 - x, height - 1 - y]
            : [width - 1 - y, x];
      let from = (fromY * width + fromX) * channels;
      for (let channel = 0; channel < channels; channel++) result[to++] = data[from++] ?? 0;
    }
  }
  return { width: wide, height: high, channels, data: result };
}

/** A picture as a mirror shows it, left and right exchanged. */
export function mirrored({ width, height, channels, data }: Raster): Raster {
  const result = new Uint8Array(data.length);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = width - 1; x >= 0; x--) {
      let from = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel++) result[to++] = data[from++] ?? 0;
    }
  }
  return { width, height, channels, data: result };
}

/** A picture at half its size, each pixel the mean of four, so that fine print and dots of a fax become greys. */
export function halved({ width, height, channels, data }: Raster): Raster {
  const [wide, high] = [Math.max(1, width >> 1), Math.max(1, height >> 1)];
  const right = width > 1 ? channels : 0;
  const below = height > 1 ? width * channels : 0;
  const result = new Uint8Array(wide * high * channels);
  for (let y = 0, to = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const from = (2 * y * width + 2 * x) * channels;
      for (let at = from; at < from + channels; at++) {
        const [a = 0, b = 0] = [data[at], data[at + right]];
        const [c = 0, d = 0] = [data[at + below], data[at + below + right]];
        result[to++] = (a + b + c + d + 2) >> 2;
      }
    }
  }
  return { width: wide, height: high, channels, data: result };
}
