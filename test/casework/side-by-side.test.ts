import { expect, it } from "vitest";
import { sideBySide } from "../../shared/casework/side-by-side.ts";

/** Work that is finished by hand, by what it is of. */
function byHand() {
  const begun: number[] = [];
  const finish = new Map<number, () => void>();
  const work = (one: number) =>
    new Promise<void>((resolve) => {
      begun.push(one);
      finish.set(one, resolve);
    });
  return { begun, work, finish: (one: number) => finish.get(one)?.() };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it("has at most so many at work, and begins with the next when one is through", async () => {
  const { begun, work, finish } = byHand();
  const all = sideBySide([1, 2, 3, 4], 2, work);
  await turn();
  expect(begun).toEqual([1, 2]);
  finish(2);
  await turn();
  expect(begun).toEqual([1, 2, 3]);
  finish(1);
  finish(3);
  await turn();
  expect(begun).toEqual([1, 2, 3, 4]);
  finish(4);
  await all;
});

it("begins nothing after a fault, waits for what is at work, and throws it", async () => {
  const done: number[] = [];
  const work = async (one: number) => {
    if (one === 2) throw new Error("the second");
    await turn();
    done.push(one);
  };
  await expect(sideBySide([1, 2, 3, 4, 5], 2, work)).rejects.toThrow("the second");
  expect(done).toEqual([1]);
});

it("takes what comes bit by bit", async () => {
  async function* some() {
    yield* [1, 2, 3];
  }
  const seen: number[] = [];
  await sideBySide(some(), 10, async (one) => void seen.push(one));
  expect(seen).toEqual([1, 2, 3]);
});

it("throws what the list itself throws", async () => {
  async function* broken() {
    yield 1;
    throw new Error("no more of it");
  }
  await expect(sideBySide(broken(), 10, async () => {})).rejects.toThrow("no more of it");
});
