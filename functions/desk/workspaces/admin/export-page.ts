/**
 * 数据导出: all that is kept of a jurisdiction's cases of a year, with every event, in parts that one answer holds. Rows of boards say which
 * cases there are; nothing is scanned.
 */
import { html } from "hono/html";
import { jurisdictions } from "../../../../shared/casework/jurisdictions.ts";
import type { CaseNumber } from "../../../../shared/domain/court/case-number.ts";
import { civilDateAt, parseYear, type Year } from "../../../../shared/domain/time/time.ts";
import { type Filled, problemSummary, select } from "../../frame/fields.ts";
import { type Form, FormReader } from "../../frame/form.ts";
import { notFoundPage } from "../../frame/plain-pages.ts";
import type { Answer, DeskPorts, Shown, ShownPage } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { type AtWork, workForm, workPlace } from "../workspace.ts";
import { RECORDS, type RecordKind, recordsIn, recordsOf } from "./record-exports.ts";

/** Cases in a part: an answer of Lambda ends at 6 MB, and a case with its events has some ten KB, packed a tenth. */
const IN_PART = 100;
/** Cases read side by side. */
const AT_ONCE = 25;
/** Rows of a board read at a time. */
const ROWS = 500;
/** So many years back can be chosen. */
const YEARS = 12;

type State = "open" | "closed";
const STATES = { open: "未结", closed: "已结" } as const satisfies Record<State, string>;

/** A part: the cases after one, in the order of their numbers. */
interface Part {
  readonly state: State;
  readonly numbers: readonly CaseNumber[];
}

/** The choice, and the parts of what was chosen. */
export async function exportPage(ports: DeskPorts, work: AtWork): Promise<Shown> {
  const areas = await jurisdictions(ports.directory);
  const { area, year: asked } = work.query;
  const form: Form = { area: area ?? "", year: asked ?? civilDateAt(ports.now()).slice(0, 4) };
  const year = parseYear(form.year ?? "");
  if (area === undefined) return choicePage(ports, work, areas, { form, problems: [] });
  const reader = new FormReader(form);
  reader.choice("area", "辖区", areas);
  reader.choice("year", "年份", yearsOffered(ports));
  if (reader.problems.length > 0 || year === undefined)
    return choicePage(ports, work, areas, { form, problems: reader.problems });
  return choicePage(ports, work, areas, { form, problems: [] }, await partsView(ports, work, area, year));
}

/** One part as a file, noted. */
export async function exportPart(ports: DeskPorts, work: AtWork, form: Form): Promise<Answer> {
  const areas = await jurisdictions(ports.directory);
  const [area, year] = [areas.find((one) => one === form.area), parseYear(form.year ?? "")];
  if (area === undefined || year === undefined) return notFoundPage;
  const kind = recordsOf(area).find((one) => one === form.part);
  if (kind !== undefined) return exportRecords(ports, work, kind, area, year);
  const index = Number(/^\d{1,4}$/.exec(form.part ?? "")?.[0]);
  const part = (await partsOf(ports, area, year))[index];
  if (part === undefined) return notFoundPage;
  const deed = { kind: "cases-exported", jurisdiction: area, year, cases: part.numbers.length } as const;
  // Before it is given: that somebody took it is known even where the answer got lost.
  await ports.operations.note({ id: ports.newFormId(), at: ports.now(), by: work.session.mailbox, deed });
  return {
    status: 200,
    file: {
      name: `${area}${year}年案件-${STATES[part.state]}-${index + 1}.jsonl.gz`,
      contentType: "application/gzip",
      bytes: await packed(casesIn(ports, part.numbers)),
    },
  };
}

/** Records besides cases as one file, noted. */
async function exportRecords(
  ports: DeskPorts,
  work: AtWork,
  kind: RecordKind,
  area: string,
  year: Year,
): Promise<Answer> {
  const deed = { kind: "records-exported", jurisdiction: area, year, records: kind } as const;
  await ports.operations.note({ id: ports.newFormId(), at: ports.now(), by: work.session.mailbox, deed });
  return {
    status: 200,
    file: {
      name: `${area}${year}年${RECORDS[kind]}.jsonl.gz`,
      contentType: "application/gzip",
      bytes: await packed(recordsIn(ports, kind, area, year)),
    },
  };
}

function choicePage(
  ports: DeskPorts,
  work: AtWork,
  areas: readonly string[],
  filled: Filled,
  parts = html``,
): ShownPage {
  const years = yearsOffered(ports).map((year) => [year, `${year}年`] as const);
  return {
    status: filled.problems.length > 0 ? 422 : 200,
    title: "数据导出",
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回系统管理</a></li></ul></nav>
${problemSummary(filled)}
<p>按辖区和案号年份导出案件的全部数据（案件、每次变动及其来源），每行一件，JSON格式，以gzip压缩。含当事人信息，请按规定保管；每次导出都有记录。</p>
<form method="get" class="filters">${select(filled, { name: "area", label: "辖区", options: areas.map((area) => [area, area] as const) })}
${select(filled, { name: "year", label: "案号年份", options: years, none: null })}<button type="submit">列出</button></form>
${parts}`,
  };
}

async function partsView(ports: DeskPorts, work: AtWork, area: string, year: Year) {
  const parts = await partsOf(ports, area, year);
  const total = parts.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const download = (part: string, words: string) =>
    workForm(
      work,
      html`<input type="hidden" name="area" value="${area}"><input type="hidden" name="year" value="${year}"><input type="hidden" name="part" value="${part}"><button type="submit" class="plain" name="do" value="export">${words}</button>`,
      workPlace(work, { part: "export" }),
    );
  return html`${dataTable({
    caption: `${area}${year}年案件${total}件，每份最多${IN_PART}件`,
    columns: ["份", "案件", "起止案号", "下载"],
    rows: parts.map(({ state, numbers }, index) => [
      `第${index + 1}份（${STATES[state]}）`,
      `${numbers.length}件`,
      `${numbers[0] ?? ""}至${numbers.at(-1) ?? ""}`,
      download(String(index), `下载第${index + 1}份`),
    ]),
    empty: `${area}没有${year}年案号的案件。`,
  })}<h2>其他数据</h2><ul>${recordsOf(area).map((kind) => html`<li>${download(kind, `下载${RECORDS[kind]}`)}</li>`)}</ul>
<p class="hint">上传的原件、证明材料和通报文件在存储桶中，导出命令见部署文档。</p>`;
}

function yearsOffered({ now }: Pick<DeskPorts, "now">): readonly string[] {
  const last = Number(civilDateAt(now()).slice(0, 4));
  return Array.from({ length: YEARS }, (_, before) => String(last - before));
}

/** A case that stands on a county's board and the city's is in the export of both. */
async function partsOf(
  { records }: Pick<DeskPorts, "records">,
  area: string,
  year: Year,
): Promise<readonly Part[]> {
  const open: CaseNumber[] = [];
  for await (const { caseNumber } of records.board(area))
    if (caseNumber.startsWith(`（${year}）`)) open.push(caseNumber);
  const closed: CaseNumber[] = [];
  let after: string | undefined;
  do {
    const page = await records.closedCases(area, year, { after, limit: ROWS });
    closed.push(...page.rows.map(({ caseNumber }) => caseNumber));
    after = page.next;
  } while (after !== undefined);
  return [...inParts("open", open), ...inParts("closed", closed)];
}

function inParts(state: State, numbers: readonly CaseNumber[]): readonly Part[] {
  const count = Math.ceil(numbers.length / IN_PART);
  return Array.from({ length: count }, (_, index) => ({
    state,
    numbers: numbers.slice(index * IN_PART, (index + 1) * IN_PART),
  }));
}

/** Cases with their events, some at a time. */
async function* casesIn(
  { records }: Pick<DeskPorts, "records">,
  numbers: readonly CaseNumber[],
): AsyncIterable<object> {
  for (let from = 0; from < numbers.length; from += AT_ONCE)
    yield* await Promise.all(
      numbers.slice(from, from + AT_ONCE).map(async (number) => ({
        case: await records.caseFile(number),
        events: await records.history(number),
      })),
    );
}

/** A line for each, packed as it is read, so that no more than a few are there at once. */
async function packed(all: AsyncIterable<object>): Promise<Uint8Array> {
  async function* lines() {
    const encoder = new TextEncoder();
    for await (const one of all) yield encoder.encode(`${JSON.stringify(one)}\n`);
  }
  const stream = ReadableStream.from(lines()).pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
