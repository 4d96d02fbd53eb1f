/**
 * An agency's day in a real browser, on a desk and on a phone without scripts: a report with a proof that goes to a bucket of
 * another origin than the desk's, as it is on AWS (the pages' policy must let the form go there, and the answer come back), its
 * papers, and a filing by the court's record.
 */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desk } from "../../functions/desk/desk.ts";
import { ObjectStore } from "../../infra/local/engines/s3/object-store.ts";
import { dropbox } from "../../shared/adapters/dropbox.ts";
import { evidence } from "../../shared/adapters/evidence.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import { browserProgram, lookAt, startBrowser } from "../support/browser.ts";
import { at } from "../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, mailTo, recordText } from "../support/desk-city.ts";
import { startLocalS3 } from "../support/local-s3.ts";

const PDF = Buffer.from("%PDF-1.7 a certificate with its seal");

const program = browserProgram();

const WAYS = [
  { way: "on a phone, without scripts", scripts: false, viewport: { width: 360, height: 740 } },
  { way: "on a desk", scripts: true, viewport: { width: 1280, height: 900 } },
] as const;

describe.skipIf(program === undefined).each(WAYS)("an agency $way", ({ scripts, viewport }) => {
  const folder = mkdtempSync(join(tmpdir(), "yingsu-upload-"));
  const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true })];
  let city: Awaited<ReturnType<typeof aCity>>;
  let address: string;
  let origins: readonly string[];
  const store = (name: string, locked: boolean) =>
    new ObjectStore(name, true, join(folder, name), Date.now, { locked });

  beforeAll(async () => {
    city = await aCity();
    const s3 = await startLocalS3();
    closing.push(() => s3.stop());
    s3.serve(store("dropbox", false));
    s3.serve(store("records", true));
    const server = createServer(async (request, response) => {
      const chunks = await Array.fromAsync(request as AsyncIterable<Buffer>);
      const headers = Object.entries(request.headers).map(
        ([name, value]) => [name, String(value)] as [string, string],
      );
      const answer = await pages.request(request.url ?? "/", {
        method: request.method ?? "GET",
        headers,
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      });
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    closing.push(
      () => server.close(),
      () => server.closeAllConnections(),
    );
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const box = dropbox(s3.client, "dropbox");
    const pages = desk({
      ...city.ports,
      dropbox: box,
      evidence: evidence(s3.client, "records"),
      address,
    });
    origins = [new URL(address).origin, await box.origin()];
  });
  afterAll(async () => {
    for (const close of closing.toReversed()) await close();
  });

  it("reports with a proof that goes to the bucket and is opened from the records, has its papers, and files by the record", async () => {
    expect(origins[0]).not.toBe(origins[1]);
    const browser = await startBrowser(program ?? "");
    closing.push(() => browser.close());
    const page = await (await browser.newContext({ javaScriptEnabled: scripts, viewport })).newPage();
    const refused: string[] = [];
    page.on("console", (message) => refused.push(message.text()));

    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    await page.goto(`${address}/${link}`);
    const file = { name: "住院证明（盖章）.pdf", mimeType: "application/pdf", buffer: PDF };
    await page.getByLabel("应诉意见").fill("请求驳回诉讼请求。");
    // Enter in a field keeps what was typed, and hands nothing in.
    await page.getByLabel("填报人").fill("李明");
    await page.getByLabel("填报人").press("Enter");
    await page.getByText("草稿，尚未提交").waitFor();
    expect(await page.getByLabel("应诉意见").inputValue()).toBe("请求驳回诉讼请求。");
    await lookAt(page, "draft");
    for (const one of [{ ...file, name: "传错的.pdf" }, file]) {
      await page.getByRole("button", { name: /上传/ }).click();
      await page.getByLabel("选择文件").setInputFiles(one);
      await page.getByRole("button", { name: "上传", exact: true }).click();
      await page.getByText(one.name).first().waitFor();
    }
    // S3 says on the way back what it took.
    await page.waitForURL(/\?bucket=dropbox&key=proofs/);
    await page.getByLabel(/移除这份.*传错的\.pdf/).check();
    await page.getByRole("button", { name: "存草稿", exact: true }).click();
    await page.getByText("传错的.pdf").waitFor({ state: "detached" });
    expect(await page.locator(".received").allTextContents()).toEqual([
      expect.stringContaining("住院证明（盖章）.pdf"),
    ]);
    expect(await page.getByLabel("应诉意见").inputValue()).toBe("请求驳回诉讼请求。");
    await lookAt(page, "upload-received");

    await page.getByLabel("负责人不能出庭", { exact: true }).check();
    await page.getByLabel("不能出庭的理由").selectOption("accident");
    await page.getByLabel("具体情况").fill("住院手术。");
    await page.getByLabel("其他出庭人员").fill("李明，法规科科长");
    await page.getByLabel("填报人").fill("李明");
    await page.getByRole("button", { name: "提交报告" }).click();
    expect(await page.locator(".done").textContent()).toContain("李明");
    const [report] = city.table.cases.get(caseNumber(CASE))?.file.reports ?? [];
    expect(report?.proofs).toMatchObject([{ name: "住院证明（盖章）.pdf", size: PDF.length }]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "住院证明（盖章）.pdf" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("住院证明（盖章）.pdf");
    const [paper] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /不能出庭情况说明/ }).click(),
    ]);
    expect(paper.suggestedFilename()).toBe(`负责人不能出庭情况说明 ${CASE}.docx`);
    expect(refused.filter((text) => text.includes("Content Security Policy"))).toEqual([]);

    await city.until(at("09-28", "10:00"));
    await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：龙涛，副局长。"));
    await page.goto(`${address}/${mailTo(city, "fazhi@yinan-police.example.org", "filing-due")}`);
    await lookAt(page, "filing-with-record");
    await page.getByRole("link", { name: "与庭审笔录一致，按笔录备案" }).click();
    await lookAt(page, "as-recorded");
    await page.getByRole("button", { name: "确认备案" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("还有2处需要改正");
    await page.getByLabel("庭审结果").selectOption("judgment-later");
    await page.getByLabel("填报人").fill("李明");
    await page.getByRole("button", { name: "确认备案" }).click();
    expect(await page.locator(".done").textContent()).toContain("李明");
  });
});
