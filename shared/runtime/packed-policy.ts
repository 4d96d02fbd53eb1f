/**
 * How does a policy fit into a function's environment? Lambda takes 4 KB for all variables of a function together, and a policy's JSON alone
 * is more: it is packed.
 */
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import type { Policy } from "../domain/policy.ts";

/**
 * What the policy may take of a function's environment, in bytes; the rest is names and addresses of what the function uses.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export const MOST_PACKED = 3000;

/** A policy as the variable POLICY carries it: base64 of its JSON, compressed by Brotli. */
export function packPolicy(policy: Policy): string {
  return brotliCompressSync(JSON.stringify(policy)).toString("base64");
}

/** The reverse of {@link packPolicy}. @throws Error where it is none */
export function unpackPolicy(packed: string): unknown {
  return JSON.parse(brotliDecompressSync(Buffer.from(packed, "base64")).toString());
}
