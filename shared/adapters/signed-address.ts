/** How an address is signed by which a browser gets one object of a bucket, for some minutes. */
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";

const ADDRESS_SECONDS = 5 * 60;
const PAYLOAD = "x-amz-content-sha256";

/** Has S3 give an object as a file to keep under a name, whatever it was stored as: it never opens in the browser. */
export function asFile({ name, contentType }: { readonly name: string; readonly contentType: string }) {
  return {
    ResponseContentType: contentType,
    ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
}

/** A request as the client makes it, as far as an address says it. */
interface Addressed {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** The client's own signer; its type doesn't show that it signs addresses too. */
interface Presigner {
  presign(
    request: Addressed & { readonly method: string; readonly headers: Readonly<Record<string, string>> },
    options: {
      readonly expiresIn: number;
      readonly signingDate?: Date;
      readonly unhoistableHeaders?: Set<string>;
      readonly unsignableHeaders?: Set<string>;
    },
  ): Promise<Addressed>;
}

/**
 * An address by which whoever has it gets the object, for some minutes; nothing is sent.
 */
export async function signedAddress(
  client: S3Client,
  input: ConstructorParameters<typeof GetObjectCommand>[0],
  options: { readonly expiresIn: number; readonly signingDate?: Date } = { expiresIn: ADDRESS_SECONDS },
): Promise<string> {
  return signedRequest(client, await requestOf(client, input), "GET", {}, options);
}

/** An address by which whoever has it puts one object, with exactly these headers, for some minutes; nothing is sent. */
export function signedUpload(
  client: S3Client,
  at: { readonly Bucket: string; readonly Key: string },
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  return requestOf(client, at).then((request) =>
    signedRequest(client, request, "PUT", headers, { expiresIn: ADDRESS_SECONDS }),
  );
}

async function signedRequest(
  client: S3Client,
  { protocol, hostname, port, path, query }: Addressed,
  method: "GET" | "PUT",
  given: Readonly<Record<string, string>>,
  options: { readonly expiresIn: number; readonly signingDate?: Date },
): Promise<string> {
  // It only names the operation; without it the address is the one S3's documents show.
  const { "x-id": _, ...asked } = query ?? {};
  const host = port === undefined ? hostname : `${hostname}:${port}`;
  const signer = (await client.config.signer()) as unknown as Presigner;
  const to = { protocol, hostname, ...(port !== undefined && { port }), path, query: asked };
  // Tells the signer that S3 holds no body against the signature; it is no part of the request itself.
  const headers = { ...given, host, [PAYLOAD]: "UNSIGNED-PAYLOAD" };
  const signed = await signer.presign(
    { method, headers, ...to },
    {
      ...options,
      unhoistableHeaders: new Set([PAYLOAD, ...Object.keys(given)]),
      unsignableHeaders: new Set([PAYLOAD]),
    },
  );
  return `${protocol}//${host}${signed.path}?${queryString(signed.query ?? {})}`;
}

/** Lets the client work out where an object is, and stops it before it goes there. */
async function requestOf(
  client: S3Client,
  input: ConstructorParameters<typeof GetObjectCommand>[0],
): Promise<Addressed> {
  const command = new GetObjectCommand(input);
  let found: Addressed | undefined;
  command.middlewareStack.add(
    () => async (args) => {
      found = args.request as Addressed;
      return { response: {}, output: { $metadata: {} } };
    },
    { step: "build", priority: "low" },
  );
  await client.send(command);
  if (found === undefined) throw new Error("the client made no request");
  return found;
}

function queryString(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${strictly(name)}=${strictly(value)}`)
    .join("&");
}

/** As signatures are counted: what RFC 3986 doesn't call unreserved is escaped. */
function strictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
