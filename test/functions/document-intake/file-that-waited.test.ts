/**
 * A file that lay for hours before it was taken in, because its pages had to be recognised or its queue stood still: by the law it
 * came when it was laid down, but the mail of a morning that is over takes in nothing of it.
 */
import { describe, expect, it } from "vitest";
import { takeIn } from "../../../functions/document-intake/intake.ts";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { memoryCity } from "../../support/memory-city.ts";

const YINAN = "courts/1321/inbox";

const summons = (number: number) =>
  new TextEncoder().encode(
    `沂南县人民法院\n传票\n\n案号：（2026）鲁1321行初${number}号\n案由：行政处罚\n原告：陈建\n被告：沂南县公安局\n传唤事由：开庭审理\n应到时间：2026年9月24日上午9时00分\n应到处所：本院第五审判庭\n审判员：徐静\n书记员：马超\n2026年9月7日\n`,
  );

describe("a file that waited until after the mail of the day", () => {
  it.each([
    ["laid down before offices opened", "07:40"],
    ["laid down in the evening before", undefined],
  ])("%s is told the next morning: a bureau gets one mail a day", async (_, time) => {
    const city = memoryCity(at("09-08"));
    await city.upload(DIRECTORY);
    await city.until(at("09-08", "16:00"));
    await city.put(YINAN, "传票1.txt", summons(71));
    await city.until(at("09-08", "20:00"));
    if (time !== undefined) await city.until(at("09-09", time));
    const waits = await city.lay(YINAN, "传票2.txt", summons(72));
    await city.until(at("09-09", "09:30"));
    expect((await takeIn(city.intake, waits, RULES)).outcome).toBe("read");
    await city.until(at("09-10", "18:00"));

    const told = city.sent.flatMap(({ at: left, notice: { recipient, content } }) =>
      content.kind === "digest" && recipient.organisation === "yinan-justice"
        ? content.lines.map(({ at: happened, caseNumber }) => `${left} ${caseNumber} ${happened}`)
        : [],
    );
    expect([...new Set(told)]).toEqual([
      `${at("09-09", "09:00")} （2026）鲁1321行初71号 ${at("09-08", "16:00")}`,
      `${at("09-10", "09:00")} （2026）鲁1321行初72号 ${waits.at}`,
    ]);
  });
});
