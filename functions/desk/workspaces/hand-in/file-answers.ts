/** What became of an uploaded file, as its sender sees it: registered, waiting for a person, returned with why and what to do. */

import { nameShown } from "../../../../shared/casework/documents/archive-name.ts";
import type { SettledUpload } from "../../../../shared/domain/document.ts";
import { printedMoment } from "../../../../shared/letters/frame/dates.ts";
import { explainDoubts } from "../../../../shared/letters/refusals/doubts.ts";
import { explainRejection } from "../../../../shared/letters/refusals/rejections.ts";
import { newsWords } from "../../../../shared/letters/wording/digest-wording.ts";
import { documentName } from "../../../../shared/letters/wording/document-wording.ts";
import type { DeskPorts } from "../../frame/room.ts";

/** One file and its answer. */
export interface FileShown {
  readonly name: string;
  readonly at: string;
  readonly state: "registered" | "waiting" | "returned" | "known" | "archive";
  /** 已登记, 待复核, 退件, …. */
  readonly label: string;
  /** What it is and what was read, or why it can't be used. */
  readonly words: string;
  /** What its sender should do now, where there is something. */
  readonly todo?: string;
}

const LABELS: Readonly<Record<FileShown["state"], string>> = {
  registered: "已登记",
  waiting: "待复核",
  returned: "退件",
  known: "此前已登记",
  archive: "压缩包",
};

/** The answer as it is now: what waited may have been registered or returned since. */
export async function fileShown(
  { records }: Pick<DeskPorts, "records">,
  { key, at, sha256, answer }: SettledUpload,
): Promise<FileShown> {
  const shown = (state: FileShown["state"], words: string, todo?: string): FileShown => ({
    name: nameShown(key),
    at: printedMoment(at),
    state,
    label: LABELS[state],
    words,
    ...(todo !== undefined && { todo }),
  });
  if (answer === undefined) return shown("archive", "其中各文件的结果分别列出。");
  if (answer.type === "file-known") return shown("known", newsWords(answer));
  if (answer.type !== "file-in-review" && answer.type !== "file-rejected")
    return shown("registered", newsWords(answer));
  const document = await records.document(sha256);
  const kind = documentName(document?.kind ?? "other") ?? "其他文件";
  if (document?.rejection !== undefined) {
    const { why, todo } = explainRejection(document.rejection);
    return shown("returned", why, todo);
  }
  if (document?.state === "read")
    return shown(
      "registered",
      `${kind}，复核后已登记${document.caseNumbers.length === 0 ? "" : `：${document.caseNumbers.join("、")}`}。`,
    );
  const doubts = document?.doubts ?? [];
  return shown("waiting", `${kind}，内容由司法局复核后登记。${explainDoubts(doubts)}`);
}
