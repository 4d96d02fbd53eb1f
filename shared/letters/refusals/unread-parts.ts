/** What of a file was not read, in words for the person who must look at it (未读取的内容). */
import type { UnreadPart } from "../../domain/unread-part.ts";
import { shortLine } from "../frame/one-line.ts";

const NAMED = 40;
const MOST_NAMED = 5;

/** One part: 批注“改为9月23日” …; without a full stop, so that several make one sentence. */
function unreadPartNamed({ kind, name }: UnreadPart): string {
  const named = name === "" ? "" : `“${shortLine(name, NAMED)}”`;
  switch (kind) {
    case "enclosed-file":
      return `嵌入或附带的文件${named}`;
    case "remark":
      return `批注${named}`;
    case "drawing":
      return `手绘或图形内容${named}`;
    case "damaged-part":
      return `损坏或缺失的部分${named}`;
    case "beyond-limit":
      return `超出数量上限的内容${named}`;
    default:
      return kind satisfies never;
  }
}

/** All of them in one sentence. */
export function explainUnreadParts(parts: readonly UnreadPart[]): string {
  const named = parts.slice(0, MOST_NAMED).map(unreadPartNamed).join("、");
  const more = parts.length > MOST_NAMED ? `等${parts.length}处` : "";
  return `文件中有内容没有作为正文读取：${named}${more}。请打开原件核对。`;
}
