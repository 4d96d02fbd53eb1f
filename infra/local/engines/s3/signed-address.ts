/** Is an address the one that was signed? With another version, key or file name in it S3 refuses it. */
import { createHash, createHmac } from "node:crypto";
import type { ServiceRequest } from "../service.ts";
import { S3Error } from "./s3-error.ts";

/** With which everybody on this machine signs. */
const SECRET = "local";

/**
 * Throws where a read by a signed address carries another signature than its own; requests without one are let through.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function checkSignature(request: ServiceRequest): void {
  const { method, query, stream } = request;
  const given = query.get("X-Amz-Signature");
  if (given === null || method !== "GET") return;
  const [path = "/", asked = ""] = (stream.url ?? "").split("?");
  const [, ...scope] = (query.get("X-Amz-Credential") ?? "").split("/");
  const headers = (query.get("X-Amz-SignedHeaders") ?? "").split(";");
  const canonical = [
    method,
    path,
    asked
      .split("&")
      .filter((pair) => !pair.startsWith("X-Amz-Signature="))
      .toSorted()
      .join("&"),
    ...headers.map((name) => `${name}:${request.header(name)?.trim() ?? ""}`),
    "",
    headers.join(";"),
    "UNSIGNED-PAYLOAD",
  ].join("\n");
  const key = scope.reduce<Buffer | string>(hmac, `AWS4${SECRET}`);
  const hashed = createHash("sha256").update(canonical).digest("hex");
  const toSign = ["AWS4-HMAC-SHA256", query.get("X-Amz-Date") ?? "", scope.join("/"), hashed].join("\n");
  if (hmac(key, toSign).toString("hex") !== given)
    throw new S3Error(403, "SignatureDoesNotMatch", "the address is not the one that was signed");
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
