/**
 * Another AWS on this machine than the project's own: MiniStack, a Python package that runs as a plain process, with IAM enforced and
 * over TLS, on 127.0.0.1. What it lacks stands in emulator.py. Everything it needs lies in one temporary folder.
 */
import { execFile, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { ACCOUNT, REGION } from "./checked.ts";

/** What is installed into the folder, by pip. */
export const PACKAGES = {
  emulator: ["ministack==1.5.33", "cryptography==50.0.2"],
  // Of its own: it wants other versions of what the emulator uses as well.
  cli: ["awscli==1.45.11"],
  lint: ["cfn-lint==1.58.0"],
} as const;

const run = promisify(execFile);

/** Why it can't be had here; undefined where a venv with the packages lies in the folder that is given back. */
export async function pythonWith(
  packages: keyof typeof PACKAGES,
): Promise<{ bin: string } | { missing: string }> {
  const python = spawnSync(
    "python3",
    ["-c", "import sys, venv, ensurepip; print(sys.version_info >= (3, 10))"],
    {
      encoding: "utf8",
    },
  );
  if (python.status !== 0) return { missing: "there is no Python 3 with venv" };
  if (python.stdout.trim() !== "True") return { missing: "Python is older than 3.10" };
  const wanted = PACKAGES[packages];
  const folder = join(tmpdir(), "yingsu-deploy-check", wanted.join("-").replaceAll("==", "-"));
  const bin = join(folder, "bin");
  const complete = () => existsSync(join(folder, "complete"));
  const mine = await mineToMake(`${folder}.making`, complete);
  if (complete()) return { bin };
  try {
    await run("python3", ["-m", "venv", "--clear", folder]);
    // An index out of reach is said soon, and not after a minute for each try.
    const pip = ["install", "--quiet", "--disable-pip-version-check", "--timeout", "15", "--retries", "1"];
    await run(join(bin, "pip"), [...pip, ...wanted]);
    await writeFile(join(folder, "complete"), "");
    return { bin };
  } catch (fault) {
    const { stderr = "", message } = fault as { stderr?: string; message: string };
    const why = (stderr.trim() === "" ? message : stderr).trim().split("\n").at(-1);
    return { missing: `${wanted.join(", ")} can't be installed: ${why}` };
  } finally {
    if (mine) await rm(`${folder}.making`, { force: true });
  }
}

/** Whether it is this run's to make; while another makes it, it is waited for. What a run that died has begun is begun anew. */
async function mineToMake(lock: string, complete: () => boolean): Promise<boolean> {
  await mkdir(dirname(lock), { recursive: true });
  for (let waited = 0; waited < 600 && !complete(); waited += 1) {
    const taken = await writeFile(lock, "", { flag: "wx" }).then(
      () => true,
      () => false,
    );
    if (taken) return true;
    await setTimeout(1000);
  }
  return !complete();
}

/** A running emulator, and the environment in which others find it. */
export interface Emulator {
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts it; throws with what it printed where it doesn't come up. */
export async function startEmulator(bin: string, cli: string, folder: string): Promise<Emulator> {
  await mkdir(folder, { recursive: true });
  const certificate = join(folder, "certificate.pem");
  const key = join(folder, "key.pem");
  await run(join(bin, "python3"), ["-c", CERTIFICATE, certificate, key]);
  const port = await freePort();
  const endpoint = `https://127.0.0.1:${port}`;
  const shared = {
    AWS_ENDPOINT_URL: endpoint,
    NODE_EXTRA_CA_CERTS: certificate,
    AWS_CA_BUNDLE: certificate,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    NO_PROXY: "127.0.0.1",
    // MiniStack's own administrator of an account.
    AWS_ACCESS_KEY_ID: ACCOUNT,
    AWS_SECRET_ACCESS_KEY: "test",
  };
  let printed = "";
  const child = spawn(join(bin, "python3"), [join(import.meta.dirname, "emulator.py")], {
    cwd: folder,
    env: {
      ...shared,
      // Functions run by the Node that runs this.
      PATH: `${join(process.execPath, "..")}${delimiter}${process.env.PATH ?? ""}`,
      HOME: folder,
      TMPDIR: folder,
      BIND_HOST: "127.0.0.1",
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: REGION,
      MINISTACK_ACCOUNT_ID: ACCOUNT,
      AUTH: "true",
      USE_SSL: "1",
      MINISTACK_SSL_CERT: certificate,
      MINISTACK_SSL_KEY: key,
      SFTP_ENABLED: "0",
      IOT_MTLS_ENABLED: "0",
    },
    // Its functions are processes of its own: the group ends with it.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed = (printed + text).slice(-20_000);
    });
  const stop = async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
    await Promise.race([ended, setTimeout(10_000, undefined, { ref: false })]);
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await writeFile(join(folder, "emulator.log"), printed);
  };
  for (let waited = 0; !printed.includes("Running on"); waited += 1) {
    if (child.exitCode !== null || waited > 600) {
      await stop();
      throw new Error(`the emulator doesn't start:\n${printed}`);
    }
    await setTimeout(500);
  }
  // This AWS command line before any that the machine has.
  return { environment: { ...shared, PATH: `${cli}${delimiter}${process.env.PATH ?? ""}` }, stop };
}

/** A certificate of this machine for two days; queues are called localhost. */
const CERTIFICATE = `
import datetime, ipaddress, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
now = datetime.datetime.now(datetime.timezone.utc)
made = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
  .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
  .not_valid_after(now + datetime.timedelta(days=2))
  .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1")), x509.DNSName("localhost")]), critical=False)
  .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True).sign(key, hashes.SHA256()))
open(sys.argv[1], "wb").write(made.public_bytes(serialization.Encoding.PEM))
open(sys.argv[2], "wb").write(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
  serialization.NoEncryption()))
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
