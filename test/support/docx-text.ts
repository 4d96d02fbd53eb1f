/** What stands on a paper that was downloaded: its lines, in order, with `|` between them. */
import mammoth from "mammoth";
import { expect } from "vitest";

export async function docxText(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("wordprocessingml");
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await response.arrayBuffer()) });
  return value
    .split("\n")
    .filter((line) => line.trim() !== "")
    .join("|");
}
