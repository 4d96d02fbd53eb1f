/** What do the control words of an RTF file mean for its text, and what holds inside a group? */

/** Groups whose content is no text: tables of fonts, pictures, the data of objects. */
export const BARRED = new Set(
  "fonttbl colortbl stylesheet info pict objdata ftnsep ftnsepc aftnsep aftnsepc sp shprslt tc xe themedata datastore nonesttables xmlnstbl listtable listoverridetable revtbl rsidtbl generator".split(
    " ",
  ),
);
/** Text that stands apart from the body, each a story of its own. */
export const APART = new Set(
  "header headerl headerr headerf footer footerl footerr footerf footnote annotation shptxt dptxbxtext".split(
    " ",
  ),
);
/** Text boxes and the marks of nested tables stand inside groups that older readers are told to ignore. */
export const ENTERED = new Set(["shpinst", "nesttableprops", "do"]);
/** Code pages as TextDecoder calls them; GB 18030 contains GBK. */
export const CODE_PAGES: Readonly<Record<number, string>> = {
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  54936: "gb18030",
  65001: "utf-8",
};
/** A font's character set → its code page. Others are the document's own. */
export const CHARSETS: Readonly<Record<number, number>> = { 128: 932, 129: 949, 134: 936, 136: 950 };
export const SYMBOLS: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  page: "\n",
  sect: "\n",
  emdash: "—",
  endash: "–",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  emspace: " ",
  enspace: " ",
};
/** Words that are hidden, crossed out once or twice, deleted or moved away: a set of those that hold. */
export const UNSAID = new Set(["v", "strike", "striked", "deleted", "mvf"]);
/** What `\plain` ends of them. */
export const FONT_ONLY = new Set(["v", "strike", "striked"]);

/** What holds inside one group. */
export interface GroupState {
  /** Ignored, for good or until a group inside it is one that is read. */
  skip: false | "unknown" | "barred";
  readonly inFontTable: boolean;
  /** Which of {@link UNSAID} hold. */
  unsaid: ReadonlySet<string>;
  inTable: boolean;
  /** In the settings of a table inside a cell. */
  readonly inner: boolean;
  codePage: number;
  symbols: string | undefined;
  /** Characters that follow a `\u` for readers that don't know it. */
  replacements: number;
  /** The story that begins with this group. */
  readonly apart?: string;
}

export const OUTSIDE: GroupState = {
  skip: false,
  inFontTable: false,
  unsaid: new Set(),
  inTable: false,
  inner: false,
  codePage: 1252,
  symbols: undefined,
  replacements: 1,
};
