/** How functions talk to S3: with patience for large files, and checksums only where a call asks for them. */
import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { PATIENT } from "./timeouts.ts";

/** A client; one a process is enough. `config` is for engines that are not AWS. */
export function s3(config: S3ClientConfig = {}): S3Client {
  return new S3Client({
    maxAttempts: 4,
    requestHandler: PATIENT,
    // Checksums where a call asks for one; by default the SDK frames every upload in a way not every S3 reads.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...config,
  });
}
