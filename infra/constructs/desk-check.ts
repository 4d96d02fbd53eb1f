/** Can the desk be reached as infra/config.ts says? What of it would fail only in the cloud, or in people's browsers. */
import type { Deployment, DeskDomain } from "./deployment.ts";

/** A name as DNS has it: a certificate and an API know no other. */
const HOST = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;
/** `arn:aws:acm:ap-southeast-1:111122223333:certificate/…`, by its parts. */
const CERTIFICATE = /^arn:(?<partition>aws(?:-cn)?):acm:(?<region>[\w-]+):\d{12}:certificate\/[\w-]+$/;
/** 备案号 as the ministry gives it: the province, the kind, the number, a site's own number. */
const ICP_FILING = /^\p{Script=Han}ICP[备证]\d{6,10}号(?:-\d{1,4})?$/u;

/** A sentence for each fault. */
export function deskFaults({ desk, region, partition }: Deployment): readonly string[] {
  if (desk === undefined) return [];
  const { address, domain, icpFiling } = desk;
  return [
    ...(address === undefined || /^https:\/\/[^\s?#/]+(?:\/[^\s?#]*)?$/.test(address)
      ? []
      : [`desk.address must be an https:// address without query, not ${JSON.stringify(address)}`]),
    ...(address === undefined || domain === undefined
      ? []
      : [
          "desk has an address and a domain: say domain where the stack makes the host name, address where a proxy of yours does",
        ]),
    ...(domain === undefined ? [] : domainFaults(domain, region, partition)),
    ...(icpFiling === undefined || ICP_FILING.test(icpFiling)
      ? []
      : [`desk.icpFiling must be such as 鲁ICP备12345678号-1, not ${JSON.stringify(icpFiling)}`]),
    ...(partition === "aws-cn" && icpFiling === undefined
      ? [
          "desk needs icpFiling in a China region: API Gateway answers every link in every mail with 403 until the account has its ICP filing (备案); file first, or leave desk out",
        ]
      : []),
  ];
}

function domainFaults({ host, certificateArn }: DeskDomain, region: string, partition: string) {
  const certificate = CERTIFICATE.exec(certificateArn)?.groups;
  const here = certificate?.region === region && certificate.partition === partition;
  return [
    ...(HOST.test(host)
      ? []
      : [
          `desk.domain.host must be a host name in small letters such as yingsu.linyi.example.org, not ${JSON.stringify(host)}`,
        ]),
    ...(here
      ? []
      : [
          `desk.domain.certificateArn must be the ARN of a certificate of ACM in ${region}, not ${JSON.stringify(certificateArn)}`,
        ]),
  ];
}
