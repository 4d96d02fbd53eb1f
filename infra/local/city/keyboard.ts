/** Which key does the person at the terminal press? */

/** A terminal's input, as far as keys go. */
export interface KeyInput {
  setRawMode?(raw: boolean): unknown;
  resume(): unknown;
  pause(): unknown;
  on(event: "data", listener: (data: Buffer) => void): unknown;
  on(event: "end", listener: () => void): unknown;
  off(event: "data", listener: (data: Buffer) => void): unknown;
  off(event: "end", listener: () => void): unknown;
}

/** Ctrl-C and Ctrl-D, which a terminal in raw mode hands over as characters. */
const ENDING = ["\u0003", "\u0004"];

/**
 * Calls what belongs to each key as it is pressed, `end` also for Ctrl-C, Ctrl-D and when the terminal goes away.
 * Returns how to stop listening, which leaves the terminal as it was.
 */
export function onKeys(
  input: KeyInput,
  keys: Readonly<Record<string, () => void>>,
  end: () => void,
): () => void {
  const pressed = (data: Buffer) => {
    for (const key of data.toString("utf8")) {
      if (ENDING.includes(key)) end();
      else if (Object.hasOwn(keys, key)) keys[key]?.();
    }
  };
  input.setRawMode?.(true);
  input.on("data", pressed);
  input.on("end", end);
  input.resume();
  return () => {
    input.off("data", pressed);
    input.off("end", end);
    input.setRawMode?.(false);
    input.pause();
  };
}
