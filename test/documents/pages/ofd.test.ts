/** What is put on an OFD's page afterwards or drawn through its words, and what its composite objects hold. */
import { describe, expect, it } from "vitest";
import { NUMBER, SUMMONS, TIME } from "../support/papers.ts";
import { doubtfulIn, linesOf, readingOf } from "../support/read.ts";
import { zip } from "../support/zip.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SIZE = 4.2;
const [LEFT, TOP, LEADING] = [20, 20, 10];
const LINES = [
  "临沂市河东区人民法院",
  "传票",
  `案号：${NUMBER}`,
  "案由：水行政处罚",
  "被传唤人：河东区水利局",
  `应到时间：${TIME}`,
  "应到处所：第二审判庭",
];
const [AT_NUMBER, AT_TIME, VALUE] = [2, 5, 5];
const xOf = (index: number) => LEFT + index * SIZE;
const yOf = (line: number) => TOP + line * LEADING;
const text = (
  words: string,
  line: number,
  from = 0,
  attributes = "",
  at: readonly [number, number] = [xOf(from), yOf(line)],
) =>
  words === ""
    ? ""
    : `<ofd:TextObject ID="9" Boundary="${at[0]} ${at[1]} 150 8" Font="1" Size="${SIZE}" ${attributes}><ofd:TextCode X="0" Y="${SIZE}" DeltaX="g ${[...words].length - 1} ${SIZE}">${words}</ofd:TextCode></ofd:TextObject>`;
/** A straight line from one character of a line to another, so far above the base line as strikes are. */
const stroke = (line: number, from: number, to: number, above = 0.33) =>
  `<ofd:PathObject ID="8" Boundary="${xOf(from)} ${yOf(line)} ${(to - from) * SIZE} 6" LineWidth="0.3"><ofd:AbbreviatedData>M 0 ${SIZE * (1 - above)} L ${(to - from) * SIZE} ${SIZE * (1 - above)}</ofd:AbbreviatedData></ofd:PathObject>`;

interface Parts {
  readonly layer?: string;
  readonly lines?: readonly string[];
  readonly annotations?: string;
  readonly resources?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly document?: string;
}

function file({
  layer = "",
  lines = LINES,
  annotations,
  resources,
  more = {},
  document = "",
}: Parts): Buffer {
  const body = lines.map((line, index) => text(line, index)).join("");
  return zip({
    "OFD.xml": `${HEAD}<ofd:OFD xmlns:ofd="o"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `${HEAD}<ofd:Document xmlns:ofd="o"><ofd:CommonData>${resources === undefined ? "" : "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>"}</ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>${annotations === undefined ? "" : "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>"}${document}</ofd:Document>`,
    "Doc_0/Pages/Page_0/Content.xml": `${HEAD}<ofd:Page xmlns:ofd="o"><ofd:Content><ofd:Layer ID="2">${body}${layer}</ofd:Layer></ofd:Content></ofd:Page>`,
    "Doc_0/Annots/Annotations.xml": `${HEAD}<ofd:Annotations xmlns:ofd="o"><ofd:Page PageID="1"><ofd:FileLoc>Page_0.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
    ...(annotations !== undefined && {
      "Doc_0/Annots/Page_0.xml": `${HEAD}<ofd:PageAnnot xmlns:ofd="o">${annotations}</ofd:PageAnnot>`,
    }),
    ...(resources !== undefined && {
      "Doc_0/Res.xml": `${HEAD}<ofd:Res xmlns:ofd="o"><ofd:CompositeGraphicUnits>${resources}</ofd:CompositeGraphicUnits></ofd:Res>`,
    }),
    ...more,
  });
}
const annot = (type: string, content: string, more = "", box = "0 0 210 297") =>
  `<ofd:Annot ID="20" Type="${type}" ${more}><ofd:Appearance Boundary="${box}">${content}</ofd:Appearance></ofd:Annot>`;

describe("what is put on a page afterwards counts", () => {
  const lines = LINES.with(AT_TIME, "应到时间：");
  it.each<[string, Parts]>([
    ["as an annotation", { lines, annotations: annot("Stamp", text(TIME, AT_TIME, VALUE)) }],
    [
      "in an annotation's own box",
      {
        lines,
        annotations: annot(
          "Stamp",
          text(TIME, 0, 0, "", [1, 2]),
          "",
          `${xOf(VALUE) - 1} ${yOf(AT_TIME) - 2} 100 10`,
        ),
      },
    ],
    [
      "as a composite object",
      {
        lines,
        layer: `<ofd:CompositeObject ID="7" ResourceID="70" Boundary="${xOf(VALUE)} ${yOf(AT_TIME)} 100 8"/>`,
        resources: `<ofd:CompositeGraphicUnit ID="70"><ofd:Content>${text(TIME, 0, 0, "", [0, 0])}</ofd:Content></ofd:CompositeGraphicUnit>`,
      },
    ],
    [
      "as a composite object of composite objects, made half as large",
      {
        lines,
        layer: `<ofd:CompositeObject ID="7" ResourceID="71" Boundary="${xOf(VALUE)} ${yOf(AT_TIME)} 100 8" CTM="0.5 0 0 0.5 0 0"/>`,
        resources: `<ofd:CompositeGraphicUnit ID="71"><ofd:Content><ofd:CompositeObject ResourceID="70" Boundary="0 0 200 16" CTM="2 0 0 2 0 0"/></ofd:Content></ofd:CompositeGraphicUnit><ofd:CompositeGraphicUnit ID="70"><ofd:Content>${text(TIME, 0, 0, "", [0, 0])}</ofd:Content></ofd:CompositeGraphicUnit>`,
      },
    ],
  ])("%s", async (_, parts) => {
    expect(await readingOf(file(parts))).toEqual(SUMMONS);
    expect(await doubtfulIn(file(parts))).toEqual([]);
  });

  it.each<[string, Parts]>([
    ["an annotation that isn't visible", { annotations: annot("Stamp", text("作废", 8), 'Visible="false"') }],
    ["a watermark", { annotations: annot("Watermark", text("作废", 8)) }],
    ["an object that isn't visible", { layer: text("作废", 8, 0, 'Visible="false"') }],
    [
      "words turned across the page",
      { annotations: annot("Stamp", text("作废", 8, 0, 'CTM="0.7 0.7 -0.7 0.7 0 0"')) },
    ],
  ])("but not %s", async (_, parts) => expect((await linesOf(file(parts))).join("")).not.toContain("作废"));
});

describe("what is laid over words goes to a person", () => {
  it.each<[string, Parts]>([
    ["words", { annotations: annot("Stamp", text("2026年9月23日上午10时00分", AT_TIME, VALUE)) }],
    [
      "a drawing by hand",
      {
        annotations: annot(
          "Path",
          `<ofd:PathObject Boundary="${xOf(VALUE)} ${yOf(AT_TIME)} 60 6"><ofd:AbbreviatedData>M 0 0 L 60 6 L 0 6</ofd:AbbreviatedData></ofd:PathObject>`,
        ),
      },
    ],
  ])("%s", async (_, parts) => expect(await doubtfulIn(file(parts))).toContain("hearing.start"));

  it("a highlight doesn't", async () => {
    const ground = `<ofd:PathObject Boundary="${xOf(VALUE)} ${yOf(AT_TIME)} 60 6" Fill="true"><ofd:AbbreviatedData>M 0 0 L 60 0 L 60 6 L 0 6 C</ofd:AbbreviatedData></ofd:PathObject>`;
    expect(await doubtfulIn(file({ annotations: annot("Highlight", ground) }))).toEqual([]);
  });
});

describe("crossed-out words are not read", () => {
  const OLD = "2026年9月22日上午8时30分9时00分";
  const lines = LINES.with(AT_TIME, `应到时间：${OLD}`);
  const [from, to] = [VALUE + OLD.indexOf("8时"), VALUE + OLD.indexOf("9时0")];
  it.each<[string, Parts]>([
    ["by a line of the page", { layer: stroke(AT_TIME, from, to) }],
    [
      "by a line of an annotation",
      { annotations: annot("Path", stroke(AT_TIME, from, to), 'Subtype="StrikeOut"') },
    ],
  ])("%s", async (_, parts) => expect(await readingOf(file({ ...parts, lines }))).toEqual(SUMMONS));

  it.each<[string, string]>([
    ["an underline", stroke(AT_TIME, from, to, -0.15)],
    ["a border", stroke(AT_TIME, -2, 40)],
  ])("but %s crosses nothing out", async (_, layer) => {
    expect((await linesOf(file({ lines, layer }))).join("").replace(/\s/g, "")).toContain(OLD);
  });
});

describe("what is not read is said", () => {
  it.each<[string, Parts, object]>([
    [
      "a remark",
      { annotations: `<ofd:Annot Type="Highlight"><ofd:Remark>改为9月23日</ofd:Remark></ofd:Annot>` },
      { kind: "remark", name: "改为9月23日" },
    ],
    [
      "an attachment",
      {
        document: "<ofd:Attachments>Attachs.xml</ofd:Attachments>",
        more: {
          "Doc_0/Attachs.xml": `${HEAD}<Attachments><Attachment ID="1" Name="原件" Format="pdf"/><Attachment ID="2" Name="数据" Format="xml"/></Attachments>`,
        },
      },
      { kind: "enclosed-file", name: "原件" },
    ],
    [
      "annotations that aren't there",
      { document: "<ofd:Annotations>None.xml</ofd:Annotations>" },
      { kind: "damaged-part", name: "Doc_0/None.xml" },
    ],
  ])("%s", async (_, parts, unread) => {
    expect(await readingOf(file(parts))).toEqual({ ...SUMMONS, unread: [unread] });
  });

  it("annotations beyond measure, and drawings that draw themselves, end", async () => {
    const many = file({ annotations: annot("Link", "").repeat(1500) });
    expect((await readingOf(many)).unread).toEqual([{ kind: "beyond-limit", name: "1500 annotations" }]);
    const itself =
      '<ofd:CompositeGraphicUnit ID="70"><ofd:Content><ofd:CompositeObject ResourceID="70" Boundary="0 0 1 1"/><ofd:CompositeObject ResourceID="70" Boundary="0 0 1 1"/></ofd:Content></ofd:CompositeGraphicUnit>';
    expect(
      (
        await readingOf(
          file({ layer: '<ofd:CompositeObject ResourceID="70" Boundary="0 0 1 1"/>', resources: itself }),
        )
      ).caseNumbers,
    ).toEqual([NUMBER]);
  });
});

it("the number of a summons typed over a scan is read with what the scan says, and doubted", async () => {
  const picture = '<ofd:ImageObject ID="3" ResourceID="4" Boundary="0 0 210 297"/>';
  const bytes = file({
    lines: [],
    layer: picture,
    annotations: annot("Stamp", text(`案号：${NUMBER}`, AT_NUMBER)),
  });
  const { readText } = await import("../../../shared/documents/read-text.ts");
  expect(await readText(bytes)).toMatchObject({ ok: false, reason: { kind: "no-text-layer" } });
});
