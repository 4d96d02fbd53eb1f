import { describe, expect, it } from "vitest";
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { readFacts } from "../../../shared/documents/read-document.ts";

function notice(said: string) {
  const text = `亭湖区人民法院\n开庭通知书\n（2026）苏0902行初95号\n亭湖区水务局：\n${said}\n亭湖区人民法院\n2026年7月8日`;
  return toReading(readFacts(text)).hearing;
}

describe("the sitting a notice calls to", () => {
  it.each([
    [
      "开庭时间误写为“2026年7月28日上午9时”，现更正为“2026年7月29日上午9时”，开庭地点仍为本院第十六法庭。",
      { start: "2026-07-29T09:00:00+08:00", place: "本院第十六法庭" },
    ],
    [
      "原定于2026年3月5日9时开庭，后因你局申请延期至2026年3月19日9时。现再次延期至2026年4月2日13时30分在本院412法庭开庭。",
      { start: "2026-04-02T13:30:00+08:00", place: "本院412法庭" },
    ],
    [
      "原定2026年7月23日上午九时在本院第六审判庭开庭，现变更为2026年8月4日上午九时在同一地点开庭。",
      { start: "2026-08-04T09:00:00+08:00", place: "本院第六审判庭" },
    ],
    [
      "开庭时间不变，仍为2026年11月3日下午三时，开庭地点由第二法庭变更为第十法庭。",
      { start: "2026-11-03T15:00:00+08:00", place: "第十法庭" },
    ],
    [
      "将于明日（2026-06-11 09:00-11:30）在本院第二审判庭开庭。",
      { start: "2026-06-11T09:00:00+08:00", end: "2026-06-11T11:30:00+08:00", place: "本院第二审判庭" },
    ],
    [
      "举证期限至2026年4月20日届满。定于2026年5月8日上午9时30分在第三会议室召开庭前会议。定于2026年5月21日（星期四）下午2时30分在第十七法庭公开开庭审理。",
      { start: "2026-05-21T14:30:00+08:00", place: "第十七法庭" },
    ],
    ["定于2026年6月31日上午10时在第二法庭开庭。", undefined],
    [
      "定于2026年10月20日上午9时30分至10月21日下午5时在第一法庭开庭。",
      { start: "2026-10-20T09:30:00+08:00", end: "2026-10-21T17:00:00+08:00", place: "第一法庭" },
    ],
    [
      "原定于2026年8月16日9：00在第五法庭开庭，现因设备检修，开庭地点变更为第九法庭，时间不变。",
      { start: "2026-08-16T09:00:00+08:00", place: "第九法庭" },
    ],
    ["定于2026年9月24日上午9时的开庭取消。", undefined],
    ["本案定于2026年9月24日上午9时开庭，因故不能如期进行，时间另行通知。", undefined],
    [
      "定于2026年9月24日上午9时在第二法庭开庭，原传票作废。",
      { start: "2026-09-24T09:00:00+08:00", place: "第二法庭" },
    ],
  ])("%s", (said, hearing) => {
    expect(notice(said)).toEqual(hearing);
  });

  it("reads the columns of a form about the old time and the new", () => {
    const form = `开庭时间变更通知书\n案号\t（2026）川1502行初61号\n原开庭时间\t2026年9月10日9:30\n原开庭地点\t第三审判庭
变更后开庭时间\t2026年9月24日9:30\n变更后开庭地点\t第一审判庭\n变更理由\t出差\n翠屏区人民法院\n2026年9月4日`;
    expect(toReading(readFacts(form)).hearing).toEqual({
      start: "2026-09-24T09:30:00+08:00",
      place: "第一审判庭",
    });
  });

  it("takes the item of a numbered field that is the hearing, and none surely where the field doesn't say", () => {
    const summons = (purpose: string, time: string) =>
      readFacts(
        `长春市中级人民法院\n传票\n案号：（2026）吉01行初15号\n传唤事由：${purpose}\n应到时间：${time}\n应到处所：1.第二会议室；2.第三法庭`,
      ).hearing;
    const numbered = summons("1.庭前会议；2.开庭", "1.2026年6月1日13:30；2.2026年6月4日9:00");
    expect(numbered?.start.value).toEqual({ date: "2026-06-04", time: "09:00" });
    expect(numbered?.place?.value).toBe("第三法庭");
    const unsaid = summons("开庭", "2026年6月1日13:30、2026年6月4日9:00");
    expect(unsaid?.start.confidence).toBeLessThan(0.8);
  });

  it("is in doubt where the weekday contradicts the date", () => {
    const said = (day: string) =>
      readFacts(
        `亭湖区人民法院\n传票\n案号：（2026）苏0902行初95号\n应到时间：2026年7月15日（星期${day}）9时`,
      ).hearing?.start.confidence;
    expect(said("三")).toBeGreaterThan(0.8);
    expect(said("四")).toBeLessThan(0.8);
  });

  it("is not the hour of reporting, of exchanging evidence or of the verdict", () => {
    expect(
      notice("报到时间：2026年8月21日14时\n开庭时间：2026年8月21日14时30分\n开庭地点：第十七法庭"),
    ).toEqual({
      start: "2026-08-21T14:30:00+08:00",
      place: "第十七法庭",
    });
    expect(
      notice(
        "定于2026年8月8日9时在本院诉讼服务中心三楼东侧会议室召开庭前会议，8月21日14时30分在第十七法庭开庭审理。",
      )?.start,
    ).toBe("2026-08-21T14:30:00+08:00");
    expect(notice("应到时间：2026年7月1日9时（开庭）；2026年7月3日9时（宣判）")?.start).toBe(
      "2026-07-01T09:00:00+08:00",
    );
  });

  it("is in doubt where two places disagree, and where the hours stand apart from the day", () => {
    const confidence = (said: string) =>
      readFacts(`亭湖区人民法院\n开庭通知书\n（2026）苏0902行初95号\n${said}`).hearing?.start.confidence;
    expect(confidence("定于2026年7月29日9时开庭。\n开庭时间：2026年7月29日9时")).toBeGreaterThan(0.8);
    expect(confidence("定于2026年7月29日9时开庭。\n开庭时间：2026年7月28日9时")).toBeLessThan(0.8);
    expect(confidence("定于2026年9月16日依次开庭：\n薛某甲 上午9:00\n薛某乙 上午10:00")).toBeLessThan(0.8);
  });

  it("stands in a message without colons", () => {
    const message =
      "您有新的开庭安排：案号（2026）苏8602行初455号，时间2026-07-21 14:00，地点南京铁路运输法院第4法庭，承办人：柏法官。";
    expect(toReading(readFacts(message))).toMatchObject({
      kind: "summons",
      court: "南京铁路运输法院",
      hearing: { start: "2026-07-21T14:00:00+08:00", place: "南京铁路运输法院第4法庭" },
    });
  });

  it.each([
    ["2026/9/8 9:00", "2026-09-08T09:00:00+08:00"],
    ["2026/9/1 9:00", "2026-09-01T09:00:00+08:00"],
    ["2026.9.1 14:30", "2026-09-01T14:30:00+08:00"],
    ["2026-09-22 14:30:00", "2026-09-22T14:30:00+08:00"],
    ["2026-9-22 9:30", "2026-09-22T09:30:00+08:00"],
  ])("tells the day from the hour behind a blank: %s", (written, start) => {
    const summons = `平邑县人民法院\n传票\n案号:(2026)鲁1326行初99号\n应到时间:${written}\n应到处所:3号审判法庭`;
    expect(toReading(readFacts(summons)).hearing).toEqual({ start, place: "3号审判法庭" });
  });

  it("ends where a page's foot or the next field begins", () => {
    const place = (rest: string) =>
      readFacts(
        `平邑县人民法院\n传票\n案号:(2026)鲁1326行初99号\n应到时间:2026年9月8日9时\n应到处所:在线服务云上法庭12\n${rest}`,
      ).hearing?.place?.value;
    expect(place("第 1 页 共 1 页")).toBe("在线服务云上法庭12");
    expect(place("- 1 -")).toBe("在线服务云上法庭12");
    expect(place("登录口令：883120")).toBe("在线服务云上法庭12");
  });

  it("stands in a table whose lines are drawn", () => {
    const drawn = `平邑县人民法院
传票
┌──────┬────────────────┐
│案    号│（2026）鲁1326行初99号 │
├──────┼────────────────┤
│应到时间│2026年9月8日9时─11时  │
├──────┼────────────────┤
│应到处所│第三法庭            │
└──────┴────────────────┘`;
    expect(toReading(readFacts(drawn))).toMatchObject({
      caseNumbers: ["（2026）鲁1326行初99号"],
      hearing: { start: "2026-09-08T09:00:00+08:00", end: "2026-09-08T11:00:00+08:00", place: "第三法庭" },
    });
  });
});
