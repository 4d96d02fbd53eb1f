/** 查找案件: the search box of a workspace, over the organisation's own cases. */
import type { Markup } from "../frame/page.ts";
import type { DeskPorts } from "../frame/room.ts";
import { searchBox } from "../search/search-box.ts";
import { type AtWork, roomPlace } from "./workspace.ts";

export async function caseSearch(
  ports: Pick<DeskPorts, "keys">,
  work: Pick<AtWork, "root" | "organisation" | "session">,
): Promise<Markup> {
  return searchBox(await roomPlace(ports, work, { task: "search" }));
}
