/** A record's or a ledger's title that the law leaves open: does the agency's own list of leaders decide it at intake? */
import { describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { Leader } from "../../../shared/domain/organisations/leaders.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { explainDoubts } from "../../../shared/letters/refusals/doubts.ts";
import { factsLine } from "../../../shared/letters/wording/attendance-wording.ts";
import { at } from "../../support/case-builders.ts";
import { memoryCity } from "../../support/memory-city.ts";

const INBOX = "courts/1321/inbox";
const NUMBER = caseNumber("（2026）鲁1321行初77号");
const bytes = (text: string) => new TextEncoder().encode(text);

const record = (head: string) =>
  bytes(`沂南县人民法院
庭审笔录

案号：（2026）鲁1321行初77号
案由：行政处罚
时间：2026年9月24日上午9时00分至10时30分
地点：本院第五审判庭
原告：陈建
被告：沂南县公安局
出庭负责人：${head}
书记员：报告审判长，原告陈建、被告沂南县公安局${head.split("，").toReversed().join("")}已到庭。
审判长：现在开庭。
`);

async function city(...leaders: readonly Leader[]) {
  const made = memoryCity(at("09-25"));
  await made.upload(DIRECTORY);
  const police = await made.directory.organisation("yinan-police" as OrganisationId);
  if (police === undefined) throw new Error("there is no such agency");
  await made.directory.save([{ ...police, leaders }]);
  return made;
}

type City = Awaited<ReturnType<typeof city>>;
const commissar: Leader = {
  name: "周岩",
  post: "党委委员、政委",
  rank: "deputy",
  from: civilDate("2026-03-01"),
};
const saidIn = (made: City) => made.table.cases.get(NUMBER)?.file.attendance;
const doubtsIn = (made: City) =>
  explainDoubts([...made.table.documents.values()].flatMap(({ doubts = [] }) => doubts));

describe("a record that names 政委", () => {
  it("goes to a person where the agency keeps no list", async () => {
    const made = await city();
    expect(await made.put(INBOX, "笔录.txt", record("周岩，政委"))).toBe("needs-review");
    expect(doubtsIn(made)).toContain("职务为“政委”，是否属于负责人需要人工认定");
  });

  it("is decided where the list has the name on that day, and the case says by what", async () => {
    const made = await city(commissar);
    expect(await made.put(INBOX, "笔录.txt", record("周岩，政委"))).toBe("read");
    const [said] = saidIn(made) ?? [];
    expect(said).toMatchObject({
      headAttended: true,
      rank: "deputy",
      countedBy: { type: "roster", post: "党委委员、政委" },
    });
    expect(said && factsLine(said)).toContain("按班子成员名单认定（党委委员、政委）");
  });

  it("goes to a person who left before that day", async () => {
    const made = await city({ ...commissar, to: civilDate("2026-09-20") });
    expect(await made.put(INBOX, "笔录.txt", record("周岩，政委"))).toBe("needs-review");
  });

  it("asks whether 周研 is 周岩, and names both", async () => {
    const made = await city(commissar);
    expect(await made.put(INBOX, "笔录.txt", record("周研，政委"))).toBe("needs-review");
    expect(doubtsIn(made)).toContain(
      "“周研”与班子成员名单中的周岩（党委委员、政委）相差一字，需核对是否同一人",
    );
  });

  it("asks about a clerk who bears a leader's name", async () => {
    const made = await city(commissar);
    expect(await made.put(INBOX, "笔录.txt", record("周岩，法制大队民警"))).toBe("needs-review");
    expect(saidIn(made)).toMatchObject([{ headAttended: "review" }]);
  });
});

describe("a ledger's row with an open title", () => {
  const ledger = (head: string) =>
    bytes(
      [
        "案号,原告,被告,开庭日期,负责人是否出庭,出庭负责人及职务",
        `（2026）鲁1321行初77号,陈建,沂南县公安局,2026-09-15,是,${head}`,
      ].join("\n"),
    );
  const problemsIn = (made: City) =>
    [...made.table.notices.values()].flatMap(({ notice: { content } }) =>
      content.kind === "ledger-received" ? content.rows : [],
    );

  it("is a question to the court without a list", async () => {
    const made = await city();
    await made.put(INBOX, "台账.csv", ledger("周岩（政委）"));
    expect(saidIn(made)).toMatchObject([{ headAttended: "review" }]);
    expect(problemsIn(made)).toMatchObject([{ problem: { type: "post-in-doubt" } }]);
  });

  it("is none where the list decides it", async () => {
    const made = await city(commissar);
    await made.put(INBOX, "台账.csv", ledger("周岩（政委）"));
    expect(saidIn(made)).toMatchObject([{ headAttended: true, rank: "deputy" }]);
    expect(problemsIn(made)).toEqual([]);
  });
});
