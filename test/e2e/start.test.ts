/**
 * What does a person see who types `npm start`? The real process, at a terminal and without one, for the month's first
 * days: the language, each thing once, links that open, keys, dropped files, and nothing left running.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { leftRunning, noTerminal, type Session, startSession } from "../support/terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "yingsu-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Synthesised by the first of these runs, used by the others. */
const ASSEMBLY = ["--assembly", join(folder, "plain/cdk.out")];
const START = ["--import", "./infra/require-node.mjs", "infra/local/city/start.ts"];
const start = (options: readonly string[], terminal: boolean, environment: Record<string, string>): Session =>
  startSession([...START, ...options], { terminal, environment });

/** Lines that were printed more than once, beside empty ones and the status that is drawn anew below each. */
function repeated(text: string): readonly string[] {
  const lines = text.split("\n").filter((line) => !/^(\s*|\d\d-\d\d \d\d:\d\d( · .*)?)$/.test(line));
  return lines.filter((line, index) => lines.indexOf(line) !== index);
}

const summons = (number: string) => `沂南县人民法院
传票
案号：${number}
案由：行政处罚
原告：陈建
被告：沂南县公安局
传唤事由：开庭审理
应到时间：2026年10月20日上午9时00分
应到处所：本院第五审判庭
2026年9月2日
`;

const LONG = { timeout: 240_000 };

describe("without a terminal", LONG, () => {
  it("tells in the machine's language, each thing once, and ends by itself", async () => {
    const options = ["--until", "2026-09-04", "--folder", join(folder, "plain")];
    const session = start(options, false, { LC_ALL: "zh_CN.UTF-8" });
    await session.until(/09-01 09:12 {2}邮件/);
    const started = session.descendants();
    expect(started.length).toBeGreaterThan(0);
    expect(await session.ended(), session.text()).toBe(0);
    expect(await leftRunning(started)).toEqual([]);

    const text = session.text();
    expect(text).toContain("应诉 yingsu：整套系统在本机运行");
    expect(text).toContain("文件  courts/1302/inbox/0901-兰山-传票-行初101.pdf（传票，PDF） → 已读取，传票");
    expect(text).toMatch(/案件 {2}（2026）鲁1302行初101号 {2}兰山区市场监督管理局提交三日报告。（周敏）/);
    expect(text).toMatch(/共发出邮件\d+封，收件地址\d+个/);
    expect(text).not.toContain("下一天");
    expect(repeated(text)).toEqual([]);
    // What a file brought about stands below it, in the order it came about.
    const of101 = text.split("\n").filter((line) => line.startsWith("09-01 09:12"));
    expect(of101.map((line) => line.slice(13, 15))).toEqual([
      "文件",
      "案件",
      "案件",
      "案件",
      "案件",
      "邮件",
      "邮件",
    ]);
  });

  it("says what is wrong with a call, and starts nothing", async () => {
    const session = start(["--lang", "fr"], false, { LANG: "en_US.UTF-8" });
    expect(await session.ended()).toBe(2);
    expect(session.text()).toContain("usage: npm start");
  });
});

const missing = noTerminal();
if (missing !== undefined) console.warn(missing);

describe.skipIf(missing !== undefined)("at a terminal", LONG, () => {
  it("stays up with links that open, takes files and keys, and leaves nothing behind", async () => {
    const place = join(folder, "terminal");
    const options = [...ASSEMBLY, "--lang", "en", "--until", "2026-09-03", "--folder", place];
    const session = start(options, true, { LANG: "zh_CN.UTF-8", TERM: "xterm-256color" });
    await session.until(/n next day · q end/);
    const shown = session.text();
    expect(shown).toContain("Linyi, from 1 September 2026 on");
    expect(shown).toContain("Still running; the clock goes on from 2026-09-03 10:0");

    const [, inbox = ""] = /inbox\n {4}(http\S+)/.exec(shown) ?? [];
    const [, board = ""] = /a bureau's board \(\S+\)\n {4}(http\S+)/.exec(shown) ?? [];
    const [, form = ""] = /an agency's form \(.*three-day report\)\n {4}(http\S+)/.exec(shown) ?? [];
    const opened = async (address: string) => {
      const response = await fetch(address, { headers: { "accept-language": "en" } });
      return { status: response.status, page: await response.text() };
    };
    const [, door = "", mailbox = ""] = /front door \(.*\)\n {4}(http\S+)\n {4}(\S+@\S+)/.exec(shown) ?? [];
    expect(await opened(door)).toMatchObject({ status: 200, page: expect.stringContaining("登记的邮箱") });
    await fetch(door, { method: "POST", body: new URLSearchParams({ email: mailbox }) });
    await session.until(new RegExp(`mail {3}${mailbox}.*【登录】`));
    const letters = await opened(inbox);
    // The newest letter came at the cloud's time, not at the machine's.
    expect(letters).toMatchObject({ status: 200, page: expect.stringMatching(/<td>2026-09-03 /) });
    expect(letters.page).not.toContain(`<td>${new Date().toISOString().slice(0, 10)}`);
    expect(await opened(board)).toMatchObject({ status: 200, page: expect.stringContaining("案件看板") });
    expect(await opened(form)).toMatchObject({
      status: 200,
      page: expect.stringContaining('value="submit"'),
    });

    const numbers = ["（2026）鲁1321行初301号", "（2026）鲁1321行初302号", "（2026）鲁1321行初303号"];
    const below = "inbox/courts/1321/inbox/下午";
    mkdirSync(join(place, below), { recursive: true });
    for (const [index, number] of numbers.entries())
      writeFileSync(join(place, below, `${index}.txt`), summons(number));
    writeFileSync(join(place, "inbox/stray.txt"), "stray");
    for (const number of numbers)
      await session.until(new RegExp(`mail {3}head@yinan-police\\.example\\.org .*${number}`));
    await session.until(/stray\.txt {2}not uploaded/);
    for (const number of numbers)
      expect(session.text().split(`${number}  case opened`), number).toHaveLength(2);

    session.type("n");
    await session.until(/It is 2026-09-04 10:0\d now; [1-9]\d* mails left since/);
    expect(session.text()).toMatch(/09-04 09:00 {2}mail/);
    expect(repeated(session.text())).toEqual([]);

    const started = session.descendants();
    expect(started.length).toBeGreaterThan(1);
    session.type("q");
    expect(await session.ended(), session.text()).toBe(0);
    expect(session.text()).toContain("Ended; nothing is left running.");
    expect(await leftRunning(started)).toEqual([]);
  });

  it("ends in the middle of the month at Ctrl-C, with all it started", async () => {
    const session = start([...ASSEMBLY, "--folder", join(folder, "broken-off")], true, {
      LANG: "en_US.UTF-8",
      TERM: "xterm",
    });
    await session.until(/09-01 09:12 {2}.*mail/);
    const started = session.descendants();
    session.type("\u0003");
    await session.ended();
    expect(await leftRunning(started)).toEqual([]);
  });
});
