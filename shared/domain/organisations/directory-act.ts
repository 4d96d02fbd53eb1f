/** What a bureau did to the directory (名录) by one form: which entries it changed, and which waiting cases found their agency. */

import type { CaseNumber } from "../court/case-number.ts";
import type { Instant } from "../time/time.ts";
import type { OrganisationId } from "./directory.ts";

/**
 * unit-added 新增 · entry-changed 变更 · alias-added 增加别名 · verified 核实 · unit-closed 撤销、并入 · imported 导入 ·
 * taken-back 撤回.
 */
export type DirectoryActKind =
  | "unit-added"
  | "entry-changed"
  | "alias-added"
  | "verified"
  | "unit-closed"
  | "imported"
  | "taken-back";

/** One act, kept for good. Each entry it changed keeps the change under the act's id. */
export interface DirectoryAct {
  readonly id: string;
  readonly at: Instant;
  /** Who did it, as typed, at which bureau. */
  readonly by: string;
  readonly bureau: OrganisationId;
  readonly kind: DirectoryActKind;
  /** The entries it changed, as they were called. */
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[];
  /** Cases that had waited for one of them, which was told at once. */
  readonly cases: readonly CaseNumber[];
  /** 撤回: the act it takes back, and why. */
  readonly takesBack?: string;
  readonly reason?: string;
}

/** By which one act is found again. */
export type DirectoryActRef = Pick<DirectoryAct, "bureau" | "at" | "id">;

/** What the events in cases that an act brought about name as their cause. */
export function causeOfAct(id: string): string {
  return `directory:${id}`;
}
