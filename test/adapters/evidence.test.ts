import { describe, expect, it } from "vitest";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { decodedName } from "../../shared/adapters/dropbox.ts";
import { evidence } from "../../shared/adapters/evidence.ts";
import { signedAddress } from "../../shared/adapters/signed-address.ts";

/** The example of https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html. */
const EXAMPLE = {
  region: "us-east-1",
  credentials: {
    accessKeyId: "AKIAIOSFODNN7EXAMPLE",
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  },
};

describe("a signed address", () => {
  it("is the one AWS documents for its example", async () => {
    const address = new URL(
      await signedAddress(
        s3({ ...EXAMPLE, endpoint: "https://examplebucket.s3.amazonaws.com", bucketEndpoint: true }),
        { Bucket: "https://examplebucket.s3.amazonaws.com", Key: "test.txt" },
        { expiresIn: 86_400, signingDate: new Date("2013-05-24T00:00:00Z") },
      ),
    );
    expect(address.origin + address.pathname).toBe("https://examplebucket.s3.amazonaws.com/test.txt");
    expect(address.searchParams.get("X-Amz-SignedHeaders")).toBe("host");
    expect(address.searchParams.get("X-Amz-Signature")).toBe(
      "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
    );
  });

  it("is for one version: with another in it, it is not the one that was signed", async () => {
    const signed = async (VersionId: string) =>
      new URL(
        await signedAddress(
          s3(EXAMPLE),
          { Bucket: "inbox", Key: "courts/1321/inbox/传票.pdf", VersionId },
          { expiresIn: 300, signingDate: new Date("2026-09-08T01:00:00Z") },
        ),
      ).searchParams;
    const [first, again, other] = await Promise.all([signed("v1"), signed("v1"), signed("v2")]);
    expect(first.get("versionId")).toBe("v1");
    expect(again.get("X-Amz-Signature")).toBe(first.get("X-Amz-Signature"));
    expect(other.get("X-Amz-Signature")).not.toBe(first.get("X-Amz-Signature"));
  });

  it.each([
    ["ap-southeast-1", "https://records.s3.ap-southeast-1.amazonaws.com"],
    ["cn-north-1", "https://records.s3.cn-north-1.amazonaws.com.cn"],
  ])(
    "in %s leads to the bucket there, gives a file to keep, and lasts five minutes",
    async (region, origin) => {
      const address = new URL(
        await evidence(s3({ ...EXAMPLE, region }), "records").address("proofs/（2026）鲁1302行初45号/a b", {
          name: "值班 表.pdf",
          contentType: "application/pdf",
        }),
      );
      expect(address.origin).toBe(origin);
      expect(decodeURIComponent(address.pathname)).toBe("/proofs/（2026）鲁1302行初45号/a b");
      expect(address.searchParams.get("X-Amz-Expires")).toBe("300");
      expect(address.searchParams.get("response-content-disposition")).toBe(
        "attachment; filename*=UTF-8''%E5%80%BC%E7%8F%AD%20%E8%A1%A8.pdf",
      );
    },
  );
});

describe("a dropped file's name", () => {
  it.each([
    ["proof.pdf", "proof.pdf"],
    ["=?UTF-8?B?6K+B5piOLnBkZg==?=", "证明.pdf"],
    ["=?UTF-8?Q?=E8=AF=81=E6=98=8E_1.pdf?=", "证明 1.pdf"],
    ["=?UTF-8?B?6K+B?= =?UTF-8?B?5piO?=", "证明"],
  ])("%s is %s", (header, name) => expect(decodedName(header)).toBe(name));
});
