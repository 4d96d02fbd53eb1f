import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../shared/documents/read-document.ts";

const read = (file: string) => {
  const path = join(import.meta.dirname, "..", `${file}.txt`);
  const { courtStaff, servedOn } = readFacts(readFileSync(path, "utf8"));
  return { staff: courtStaff?.value, served: servedOn?.value };
};

describe("who at the court deals with a case, and when its notice was served", () => {
  it.each([
    [
      "corpus/1400-response-notice-judge-and-clerk",
      { judge: { name: "段明远" }, clerk: { name: "尤佳佳" }, phone: "0539-8312004" },
      undefined,
    ],
    [
      "corpus/1401-response-notice-receipt-below",
      {
        judge: { name: "杭一帆", phone: "0539-3221107" },
        clerk: { name: "路遥", phone: "0539-3221108" },
      },
      "2026-09-08",
    ],
    [
      "corpus/1402-response-notice-railway-court",
      { clerk: { name: "单小川", phone: "0531-82430001" } },
      undefined,
    ],
    [
      "corpus/1404-response-notice-table",
      { judge: { name: "查正声" }, clerk: { name: "水清华" } },
      "2026-05-21",
    ],
    [
      "corpus/1406-response-notice-mayor-reminded",
      { judge: { name: "蒙立峰", phone: "0771-5530018" } },
      undefined,
    ],
    [
      "unseen/opening/01-notice-table",
      { judge: { name: "乔木森", phone: "0515-88121234" }, clerk: { name: "羊若兰" } },
      "2026-04-13",
    ],
    [
      "unseen/opening/04-notice-compensation",
      { judge: { name: "蒲志刚" }, clerk: { name: "妥晓燕", phone: "0931-4960000" } },
      undefined,
    ],
    ["unseen/opening/05-notice-with-receipt", undefined, "2026-06-04"],
    [
      "unseen/opening/06-notice-many-plaintiffs",
      {
        judge: { name: "缪建平", phone: "0593-2877001" },
        clerk: { name: "章可欣", phone: "0593-2877003" },
      },
      undefined,
    ],
    ["unseen/opening/08-notice-village", { judge: { name: "令狐昌" } }, "2026-08-12"],
  ])("%s", (file, staff, served) => {
    expect(read(file)).toEqual({ staff, served });
  });

  it("a record of a hearing names its judges for another reason", () => {
    expect(
      readFacts("庭审笔录\n案号：（2026）鲁1321行初9号\n审判长：周舟\n书记员：吴桐").courtStaff,
    ).toBeUndefined();
  });
});
