/** Over what does a test go? Of a list that is empty it would prove nothing, and pass. */
export function some<One>(list: Iterable<One>): readonly One[] {
  const all = [...list];
  if (all.length === 0) throw new Error("a test that goes over nothing proves nothing");
  return all;
}
