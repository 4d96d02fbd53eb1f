/** How a court is told what a plaintiff's name shows of an enterprise (涉企). */
import type { EnterpriseForm, EnterpriseSign, OrganisedOtherwise } from "../../domain/court/enterprise.ts";
import { type Words, worded } from "../frame/worded.ts";

/** “某某有限公司”是公司. */
export function enterpriseSignWords(sign: EnterpriseSign): string {
  return worded(SIGNS, sign);
}

const SIGNS: Words<EnterpriseSign, string> = {
  "no-name": "没有原告名称",
  "no-enterprise": ({ name, kind }) => `“${name}”是${OTHERWISE[kind]}，不是企业`,
  enterprise: ({ name, kind }) => `“${name}”是${FORMS[kind]}`,
  "in-trade": ({ name, trade }) => `“${name}”以${trade}身份起诉`,
  person: ({ name }) => `“${name}”是自然人`,
  unclear: ({ name }) => `由名称“${name}”不能确定是否为企业`,
};

const OTHERWISE: Readonly<Record<OrganisedOtherwise, string>> = {
  "villagers-committee": "基层群众性自治组织",
  "owners-committee": "业主组织",
  "villagers-group": "村民小组",
  "rural-collective": "农村集体经济组织",
  school: "学校",
  "mass-organisation": "群团组织",
  association: "社会组织",
  "place-of-worship": "宗教活动场所",
  "state-organ": "国家机关",
};

const FORMS: Readonly<Record<EnterpriseForm, string>> = {
  company: "公司",
  group: "企业集团",
  firm: "企业",
  "self-employed": "个体工商户",
  cooperative: "专业合作社",
  "professional-firm": "专业服务机构",
  factory: "工厂",
  "farm-or-yard": "农场或者经营场",
  "trading-department": "经营部一类的经营者",
  shop: "商业经营者",
  house: "店铺一类的经营者",
  "small-business": "个体经营者",
  works: "经营单位",
};
