/** Where do links lead that people get by mail, and can they be opened there? The desk's own host name, a proxy's, and a China region's. */

import { html } from "hono/html";
import { describe, expect, it } from "vitest";
import { page } from "../../functions/desk/frame/page.ts";
import { config, linyiChina } from "../../infra/config.ts";
import type { Deployment } from "../../infra/constructs/deployment.ts";
import { readable, resources, synthesise } from "./synthesise.ts";

const HOST = "yingsu.linyi.example.org";
const certificateIn = (region: string, partition = "aws") =>
  `arn:${partition}:acm:${region}:111122223333:certificate/0f9e8d7c-1111-2222-3333-444455556666`;
const domain = { host: HOST, certificateArn: certificateIn(config.region) };
const withDesk = (desk: Deployment["desk"]) => ({ ...config, desk }) as Deployment;

/** What each function that writes or checks links believes they begin with. */
function linksOf(template: ReturnType<typeof synthesise>): readonly string[] {
  return ["NoticeMailerFunction", "DeskFunction"].map((name) =>
    readable(resources(template, "AWS::Lambda::Function")[name]?.Environment.Variables.DESK_URL),
  );
}

const uploadOrigins = (template: ReturnType<typeof synthesise>) =>
  resources(template, "AWS::S3::Bucket").Inbox?.CorsConfiguration.CorsRules[0].AllowedOrigins.map(readable);

describe("a host name of the admin's own", () => {
  const template = synthesise(withDesk({ domain }));

  it("stands before the API by its certificate, TLS 1.2 and up", () => {
    expect(Object.values(resources(template, "AWS::ApiGatewayV2::DomainName"))).toEqual([
      {
        DomainName: HOST,
        DomainNameConfigurations: [
          {
            CertificateArn: domain.certificateArn,
            EndpointType: "REGIONAL",
            SecurityPolicy: "TLS_1_2",
          },
        ],
      },
    ]);
    const [mapping] = Object.values(resources(template, "AWS::ApiGatewayV2::ApiMapping"));
    expect([mapping?.ApiId, mapping?.DomainName, mapping?.Stage].map(readable)).toEqual([
      "DeskApi",
      "DeskHostName",
      "$default",
    ]);
    // API Gateway refuses a mapping to a stage that isn't there yet.
    const [made] = Object.values(template.findResources("AWS::ApiGatewayV2::ApiMapping"));
    expect([made?.DependsOn].flat()).toContainEqual(expect.stringMatching(/^DeskStage/));
  });

  it("is in the links of all mails, and says what to enter in DNS", () => {
    expect(linksOf(template)).toEqual([`https://${HOST}`, `https://${HOST}`]);
    const outputs = Object.entries(template.findOutputs("*"));
    const value = (name: string) => readable(outputs.find(([id]) => id.startsWith(name))?.[1].Value);
    expect(value("DeskAddress")).toBe(`https://${HOST}`);
    expect(value("DeskHostDns")).toBe(`${HOST} CNAME DeskHostName.RegionalDomainName`);
  });

  it("leaves the API's own address open, for links of before", () => {
    expect(resources(template, "AWS::ApiGatewayV2::Api").DeskApi?.DisableExecuteApiEndpoint).toBeUndefined();
    expect(uploadOrigins(template)).toEqual(["DeskApi.ApiEndpoint", `https://${HOST}`]);
  });

  it("isn't there where none is given", () => {
    const without = synthesise(config);
    expect(resources(without, "AWS::ApiGatewayV2::DomainName")).toEqual({});
    expect(linksOf(without)).toEqual(["DeskApi.ApiEndpoint", "DeskApi.ApiEndpoint"]);
    expect(uploadOrigins(without)).toEqual(["DeskApi.ApiEndpoint"]);
  });
});

it("puts a proxy's address into the links, and takes files from pages under it", () => {
  const template = synthesise(withDesk({ address: "https://www.linyi.example.org/yingsu" }));
  expect(linksOf(template)[0]).toBe("https://www.linyi.example.org/yingsu");
  expect(uploadOrigins(template)).toEqual(["DeskApi.ApiEndpoint", "https://www.linyi.example.org"]);
});

describe("a China region", () => {
  it("has its filing number at the foot of every page, with the ministry's register", async () => {
    const { Variables } =
      resources(synthesise(linyiChina), "AWS::Lambda::Function").DeskFunction?.Environment ?? {};
    expect(Variables.ICP_FILING).toBe(linyiChina.desk?.icpFiling);
    const shown = {
      title: "说明",
      body: html`<p>正文</p>`,
      office: { name: "临沂市司法局", ask: { name: "临沂市司法局" } },
      root: "./",
      styleNonce: "",
    };
    expect(String(await page({ ...shown, icpFiling: Variables.ICP_FILING }))).toMatch(
      /<footer>.*<a href="https:\/\/beian\.miit\.gov\.cn\/"[^>]*>鲁ICP备12345678号-1<\/a>.*<\/footer>/s,
    );
    expect(String(await page(shown))).not.toContain("beian");
  });

  it("opens no desk without it, and makes none where it isn't wanted", () => {
    expect(() => synthesise({ ...linyiChina, desk: {} })).toThrow(
      "desk needs icpFiling in a China region: API Gateway answers every link in every mail with 403",
    );
    const { desk: _, ...deskless } = linyiChina;
    expect(resources(synthesise(deskless as Deployment), "AWS::ApiGatewayV2::Api")).toEqual({});
  });

  it("takes a certificate of its own region alone", () => {
    const made = (certificateArn: string) => () =>
      synthesise({ ...linyiChina, desk: { ...linyiChina.desk, domain: { host: HOST, certificateArn } } });
    expect(made(certificateIn("cn-north-1", "aws-cn"))).not.toThrow();
    for (const elsewhere of [certificateIn("cn-north-1"), certificateIn("cn-northwest-1", "aws-cn")])
      expect(made(elsewhere)).toThrow("the ARN of a certificate of ACM in cn-north-1");
  });
});

describe("a slip in the desk's address ends the synthesis", () => {
  it.each<[string, NonNullable<Deployment["desk"]>, string]>([
    [
      "an address without TLS",
      { address: "http://yingsu.linyi.example.org" },
      "desk.address must be an https:// address",
    ],
    ["an address that is only a name", { address: HOST }, "desk.address must be an https:// address"],
    ["both", { address: `https://${HOST}`, domain }, "desk has an address and a domain"],
    [
      "a host with its scheme",
      { domain: { ...domain, host: `https://${HOST}` } },
      "desk.domain.host must be a host name",
    ],
    [
      "a host in Chinese letters",
      { domain: { ...domain, host: "应诉.临沂.cn" } },
      "desk.domain.host must be a host name",
    ],
    [
      "a host in capitals",
      { domain: { ...domain, host: "Yingsu.Linyi.example.org" } },
      "desk.domain.host must be a host name",
    ],
    [
      "a certificate of CloudFront's region",
      { domain: { ...domain, certificateArn: certificateIn("us-east-1") } },
      "the ARN of a certificate of ACM in ap-southeast-1",
    ],
    [
      "no certificate",
      { domain: { ...domain, certificateArn: "" } },
      "the ARN of a certificate of ACM in ap-southeast-1",
    ],
    ["a filing number without its kind", { icpFiling: "鲁12345678号" }, "desk.icpFiling must be such as"],
  ])("%s", (_, desk, sentence) => {
    expect(() => synthesise(withDesk(desk))).toThrow(sentence);
  });
});
