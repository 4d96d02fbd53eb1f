/** What an uploaded sheet of contacts would change in the directory. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ImportPlan, importPlan } from "../../../shared/casework/directory/import-plan.ts";
import { directoryEntries } from "../../../shared/documents/kinds/directory-entries.ts";
import { gridOf, readTable } from "../../../shared/documents/tables.ts";
import type {
  Contact,
  Organisation,
  OrganisationId,
} from "../../../shared/domain/organisations/directory.ts";
import { directoryWorkbook } from "../../../shared/letters/office/directory-workbook.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { anAgency } from "../../support/stored-things.ts";

const id = (text: string) => text as OrganisationId;
const COUNTY = { own: "沂南县", seen: ["沂南县"] };
const CITY = { own: "市本级", seen: ["市本级", "沂南县", "费县"] };
const GOVERNMENT = anAgency({
  id: id("yinan-government"),
  kind: "government",
  name: "沂南县人民政府",
  aliases: [],
  contacts: [{ role: "duty", name: "值班室", email: "zb@yinan-government.example.org" }],
});

async function directoryOf(...organisations: readonly Organisation[]) {
  const directory = memoryDirectory(memoryTable("3713"));
  await directory.save(organisations);
  return directory;
}

const HEADING = ["单位名称", "别名", "级别", "辖区", "上级单位", "岗位", "联系人", "电子邮箱", "联系电话"];
/** The plan of a sheet with these rows. */
async function planOf(
  rows: readonly (readonly string[])[],
  keeper = COUNTY,
  known: readonly Organisation[] = [anAgency(), GOVERNMENT],
): Promise<ImportPlan> {
  const sheet = directoryEntries(gridOf([HEADING, ...rows]));
  if (sheet === undefined) throw new Error("no directory");
  return importPlan(await directoryOf(...known), sheet, keeper);
}
const whyOf = ({ refused }: ImportPlan) => refused.map(({ name, why }) => [name, why.type]);
const row = (...cells: readonly string[]) => cells;

describe("a sheet of contacts", () => {
  it("has new units, changed ones field by field, and such as are the same in other signs", async () => {
    const [legal, head] = anAgency().contacts;
    const plan = await planOf([
      row(
        "沂南县水利局",
        "水利局、县水务局",
        "",
        "",
        "沂南县人民政府",
        "法制科",
        "赵敏",
        "fz@water.example.org",
        "",
      ),
      row("沂南县 公安局", "", "", "沂南县", "", "法制科室", legal?.name ?? "", "new@police.example.org", ""),
      row("沂南县公安局", "", "", "", "", "负责人", head?.name ?? "", (head?.email ?? "").toUpperCase(), ""),
      row("沂南县人民政府", "", "", "", "", "值班", "值班室", "zb@yinan-government.example.org", ""),
    ]);
    expect(plan.refused).toEqual([]);
    expect(plan.added.map(({ after }) => after)).toMatchObject([
      {
        kind: "agency",
        name: "沂南县水利局",
        aliases: ["水利局", "县水务局"],
        level: "county",
        jurisdiction: "沂南县",
        superior: "yinan-government",
        verified: true,
      },
    ]);
    expect(plan.changed.map(({ rows, after }) => [rows, after.contacts.map(({ email }) => email)])).toEqual([
      [
        ["第3行", "第4行"],
        ["new@police.example.org", head?.email],
      ],
    ]);
    expect(plan.unchanged.map(({ name }) => name)).toEqual(["沂南县人民政府"]);
  });

  it("leaves out, with its row and why, what can't be taken, and takes the rest", async () => {
    const contact = (name: string, email = "a@b.example.org") => ["法制科", name, email, ""];
    const plan = await planOf([
      row("费县公安局", "", "", "费县", "", ...contact("甲")),
      row("沂南县法院", "", "", "", "", ...contact("乙")),
      row("沂南县教育局", "沂南公安局", "", "", "", ...contact("丙")),
      row("沂南县林业局", "", "", "", "", ...contact("丁", "zb@yinan-government.example.org")),
      row("沂南县商务局", "", "", "", "没有的局", ...contact("戊")),
      row("沂南县审计局", "", "", "", "沂南县商务局", ...contact("己")),
      row("沂南县统计局", "", "", "", "", ...contact("庚", "不是邮箱")),
      row("沂南县民政局", "", "", "", "", "法制科", "", "", ""),
      row("沂南县人民政府", "", "", "", "", "值班", "值班室", "new@yinan-government.example.org", ""),
      row("沂南县医保局", "", "", "", "", ...contact("辛", "yb@b.example.org")),
    ]);
    expect(whyOf(plan)).toEqual([
      ["费县公安局", "other-jurisdiction"],
      ["沂南县法院", "not-an-agency"],
      ["沂南县教育局", "name-taken"],
      ["沂南县林业局", "authority-address"],
      ["沂南县商务局", "no-such-superior"],
      ["沂南县审计局", "no-such-superior"],
      ["沂南县统计局", "as-read"],
      ["沂南县民政局", "no-contact"],
      ["沂南县人民政府", "kept-elsewhere"],
    ]);
    expect(plan.added.map(({ after }) => after.name)).toEqual(["沂南县医保局"]);
  });

  it("of the city's bureau may change a government's contacts, and nothing else of it", async () => {
    const government = (name: string, level: string) =>
      row(name, "", level, "沂南县", "", "值班", "值班室", "new@yinan-government.example.org", "");
    const changed = await planOf([government("沂南县人民政府", "县区级")], CITY);
    expect(changed.changed.map(({ after }) => after.contacts[0]?.email)).toEqual([
      "new@yinan-government.example.org",
    ]);
    expect(whyOf(await planOf([government("沂南县人民政府", "市级")], CITY))).toEqual([
      ["沂南县人民政府", "kept-elsewhere"],
    ]);
  });

  it("keeps an address known to refuse mail as it is known, and what the sheet doesn't say", async () => {
    const marked = anAgency({
      address: "人民路1号",
      contacts: anAgency().contacts.map((one) => ({ ...one, undeliverable: true })),
    });
    const [legal, head] = marked.contacts;
    const same = [legal, head].map((one, index) =>
      row(
        "沂南县公安局",
        "",
        "",
        "",
        "",
        index === 0 ? "法制" : "负责人",
        one?.name ?? "",
        one?.email ?? "",
        "",
      ),
    );
    const plan = await planOf(same, COUNTY, [marked]);
    expect(plan.unchanged).toEqual([marked]);
  });
});

describe("the export of a directory", () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[\u4e00-\u9fa5]{3,8}[局委办]$/), {
    minLength: 1,
    maxLength: 8,
  });
  const contact: fc.Arbitrary<Contact> = fc.record(
    {
      role: fc.constantFrom("legal-section", "head", "clerk", "duty"),
      name: fc.stringMatching(/^[\u4e00-\u9fa5]{2,3}(?:（[\u4e00-\u9fa5]{1,3}）)?$/),
      email: fc.stringMatching(/^[a-zA-Z0-9]{1,8}@[a-z]{1,8}\.cn$/),
      phone: fc.stringMatching(/^0539-[0-9]{7}$/),
    },
    { requiredKeys: ["role", "name", "email"] },
  );
  const one = fc.record({
    suffix: fc.constantFrom("", "（兰山分局）", "(河东)"),
    level: fc.constantFrom("city" as const, "county" as const, "town" as const),
    verified: fc.boolean(),
    alias: fc.boolean(),
    contacts: fc.uniqueArray(contact, {
      minLength: 1,
      maxLength: 4,
      selector: ({ role, email }) => `${role} ${email.toLowerCase()}`,
    }),
  });

  it("imported again changes nothing, whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.array(one, { minLength: 8, maxLength: 8 }), async (called, rest) => {
        const entries = called.flatMap((name, index): readonly Organisation[] => {
          const { suffix, level, verified, alias, contacts } = rest[index] ?? expect.fail();
          return [
            {
              id: id(`unit-${index}`),
              kind: "agency",
              name: `沂南县${name}${suffix}`,
              aliases: alias ? [`${name}${suffix}简称`] : [],
              level,
              jurisdiction: "沂南县",
              ...(index > 0 && { superior: id("unit-0") }),
              contacts,
              verified,
            },
          ];
        });
        const directory = await directoryOf(...entries);
        const nameOf = (of: OrganisationId) => entries.find((entry) => entry.id === of)?.name ?? of;
        const table = await readTable(await directoryWorkbook(entries, nameOf));
        const sheet = table.ok ? directoryEntries(table.grid) : undefined;
        const plan = await importPlan(directory, sheet ?? expect.fail(), COUNTY);
        expect(plan).toMatchObject({ added: [], changed: [], refused: [] });
        expect(plan.unchanged).toEqual(entries);
      }),
      { numRuns: 40 },
    );
  });
});
