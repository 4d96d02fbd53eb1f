/** Many pieces of work, some at a time: as many as keep a table busy without making it wait. */

/**
 * Works on each, at most `most` at a time, in their order as far as that is. After a fault nothing more is begun; what is at
 * work is waited for, and the first fault is thrown.
 */
export async function sideBySide<One>(
  all: Iterable<One> | AsyncIterable<One>,
  most: number,
  work: (one: One) => Promise<void>,
): Promise<void> {
  const faults: unknown[] = [];
  const atWork = new Set<Promise<void>>();
  for await (const one of all) {
    const done = work(one)
      .catch((fault) => void faults.push(fault))
      .finally(() => atWork.delete(done));
    atWork.add(done);
    if (atWork.size >= most) await Promise.race(atWork);
    if (faults.length > 0) break;
  }
  await Promise.all(atWork);
  if (faults.length > 0) throw faults[0];
}
