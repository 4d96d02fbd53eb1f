/** How did rows of boards of before name the plaintiffs? The first, and in the same words how many they are. */
import type { StoredItem, Upcaster } from "./upcaster.ts";

/** 陈建等12人 is 陈建, of twelve. */
export const rowCountsPlaintiffs: Upcaster = ({ row, ...body }) => {
  const { plaintiff, ...facts } = row as StoredItem;
  const named = String(plaintiff);
  const [, first = named, all = named === "" ? "0" : "1"] = /^(.+)等(\d+)人$/u.exec(named) ?? [];
  return { ...body, row: { ...facts, ...(first !== "" && { plaintiff: first }), plaintiffs: Number(all) } };
};
