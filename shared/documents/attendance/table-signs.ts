/** What does a table of those who came say of an agency's head, row by row? */
import { findPeopleTables, type PeopleRow } from "../labels/people-table.ts";
import type { Parties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { FlatText } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { organOf } from "./speech/listing.ts";
import { type Mentioned, type Organ, uniqueOrgan } from "./speech/organs.ts";
import { judgedAs } from "./speech/persons.ts";
import type { Sign } from "./speech/signs.ts";

/** A row of such a table. */
interface Row {
  /** What the table calls the person: 出庭负责人, 委托代理人. */
  readonly standing: string;
  readonly title: string | undefined;
  /** Undefined where the table has a column for it that is empty. */
  readonly came: boolean | undefined;
  readonly judged: "head" | "staff" | "review" | undefined;
}

type RowSays = "unread" | "present" | "absent" | "listed-head" | "lawyer" | "staff" | "unknown";

function isCalledHead({ standing }: Row): boolean {
  return /负责(?:人|同志)/u.test(standing);
}

const ROW = ruleTable<Row, RowSays>("row-of-a-table", ({ standing, title }) => title ?? standing, [
  {
    name: "row-leaves-open-who-came",
    of: (row) => isCalledHead(row) && row.came === undefined,
    says: "unread",
    example: "周强 | 副局长 | 出庭负责人 | （空）",
  },
  {
    name: "row-of-the-head",
    of: (row) => isCalledHead(row) && row.came === true,
    says: "present",
    example: "周强 | 副局长 | 出庭负责人 | 是",
  },
  {
    name: "row-of-an-absent-head",
    of: isCalledHead,
    says: "absent",
    example: "周强 | 副局长 | 出庭负责人 | 否",
  },
  {
    name: "row-with-title-of-head",
    of: ({ came, judged, standing }) => came === true && (judged === "head" || /法定代表人/u.test(standing)),
    says: "listed-head",
    example: "周强 | 副局长 | 委托代理人 | 到庭",
  },
  {
    name: "row-of-a-lawyer",
    of: /律师|法律工作者|法律服务/u,
    says: "lawyer",
    example: "孙某 | 山东某某律师事务所律师 | 委托代理人",
  },
  {
    name: "row-of-staff",
    of: ({ judged }) => judged === "staff",
    says: "staff",
    example: "钱某 | 民警 | 委托代理人",
  },
  {
    // A leader in a row that says they aren't there is read, and says nothing of the other heads.
    name: "row-of-one-who-did-not-come",
    of: ({ came }) => came === false,
    says: "staff",
    example: "王某 | 局长 | 法定代表人 | 否",
  },
  { name: "row-without-title", of: () => true, says: "unknown", example: "钱某 | （空） | 委托代理人" },
]);

/** What a table of 到庭人员 says, row by row; a row belongs to the agency named last above it. */
export function tableSigns(flat: FlatText, organs: readonly Organ[], parties: Parties): Sign[] {
  return findPeopleTables(flat).flatMap(({ start, rows, saysWhoCame }) => {
    let organ: Mentioned = organOf(flat, start, organs, parties);
    let side = "";
    return rows.flatMap((row): Sign[] => {
      if (row.role !== undefined) {
        side = row.role;
        organ = /^(?:原审|一审)?(?:原告|第三人)/u.test(side) ? "other" : organs.length === 1 ? 0 : organ;
      }
      const named = row.organ === undefined ? undefined : uniqueOrgan(row.organ, organs);
      if (named !== undefined && !/原告|第三人/u.test(side)) organ = named;
      if (organ === "other" || row.name === undefined) return [];
      return [signOf(row, organ, organs, saysWhoCame)];
    });
  });
}

function signOf(row: PeopleRow, organ: Mentioned, organs: readonly Organ[], saysWhoCame: boolean): Sign {
  const { start, end, name = "", title, standing = "" } = row;
  const agency = typeof organ === "number" ? organs[organ]?.name : undefined;
  const ruled = ROW.decide({
    standing,
    title,
    came: row.came ?? (saysWhoCame ? undefined : true),
    judged: title === undefined || agency === undefined ? undefined : judgedAs(title, agency).verdict,
  });
  const { verdict, rule } = ruled ?? { verdict: "unknown", rule: "row-without-title" };
  const place = { organ, start, end, person: title === undefined ? { name } : { name, title } };
  switch (verdict) {
    case "unread":
      return { ...place, says: verdict, confidence: CONFIDENCE.doubtful, rule };
    case "absent":
      return { ...place, says: verdict, confidence: CONFIDENCE.stated, rule };
    case "present":
      return { ...place, says: verdict, asHead: true, confidence: CONFIDENCE.stated, rule };
    case "listed-head": {
      const asHead = /法定代表人/u.test(standing);
      return { ...place, says: "present", asHead, confidence: CONFIDENCE.inferred, rule };
    }
    case "unknown":
      return { ...place, says: "agent", is: verdict, confidence: CONFIDENCE.doubtful, rule };
    default:
      return { ...place, says: "agent", is: verdict, confidence: CONFIDENCE.stated, rule };
  }
}
