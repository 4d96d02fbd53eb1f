/** What a filing (二日备案) must say: the letter lists it, and the form has a field for each. */

/** One thing to be filed, and the fields of the form in which it is. */
export interface FilingItem {
  readonly words: string;
  readonly fields: readonly string[];
  /** Asked only where several are sued. */
  readonly ofSeveral?: true;
}

export const FILING_ITEMS: readonly FilingItem[] = [
  {
    words: "出庭负责人的姓名、职务，是正职、副职还是其他参与分管的负责人。",
    fields: ["attended", "headName", "headTitle", "headRank"],
  },
  {
    words: "负责人是否当庭发言，有无中途退庭、是否经法庭许可。",
    fields: ["spoke", "left"],
  },
  {
    words: "负责人身份证明：符合要求、已补正，还是未补正（未补正的视为未出庭，法释〔2020〕3号第六条）。",
    fields: ["identity"],
  },
  {
    words: "本次开庭前法院是否再次通知负责人出庭（同上第七条）。",
    fields: ["again"],
  },
  {
    words: "负责人未出庭的：理由、证明材料，法院是否认可；出庭工作人员的姓名、职务。",
    fields: ["ground", "explanation", "accepted", "staff", "proofs"],
  },
  {
    words: "有共同被告的：由哪家单位负责人出庭，是协商确定还是法院确定（同上第三条）。",
    fields: ["jointBy", "jointFor"],
    ofSeveral: true,
  },
  {
    words: "庭审结果，庭审中了解到的和解、调解意向。",
    fields: ["result", "settlement"],
  },
];
