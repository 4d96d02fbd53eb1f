/** A small SMTP relay: takes mails, or does to them what a test wants. It has no TLS and believes every password. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

/** A mail as the relay got it. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

/** What to answer to a command (`RCPT`, `DATA`, or `.` for the end of a mail) instead of yes; `hang up` ends the connection. */
export type Answers = Readonly<Record<string, string>>;

export interface SmtpSink {
  readonly port: number;
  readonly taken: readonly TakenMail[];
  readonly logins: readonly string[];
  /** Answers from now on. */
  answers: Answers;
  stop(): Promise<void>;
}

export async function startSmtpSink(): Promise<SmtpSink> {
  const taken: TakenMail[] = [];
  const logins: string[] = [];
  const sockets = new Set<Socket>();
  const sink = { taken, logins, answers: {} as Answers };
  const server = createServer((socket) => {
    sockets.add(socket);
    void talk(socket, sink).catch(() => undefined);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return Object.assign(sink, {
    port: (server.address() as AddressInfo).port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  });
}

interface Talk {
  readonly taken: TakenMail[];
  readonly logins: string[];
  readonly answers: Answers;
}

async function talk(socket: Socket, sink: Talk): Promise<void> {
  const reply = (command: string, yes: string) => {
    const answer = sink.answers[command] ?? yes;
    if (answer === "hang up") socket.destroy();
    else socket.write(`${answer}\r\n`);
    return answer === yes;
  };
  reply("CONNECT", "220 sink");
  let [from, to, lines]: [string, string[], string[] | undefined] = ["", [], undefined];
  for await (const line of createInterface({ input: socket })) {
    if (lines !== undefined) {
      if (line !== ".") lines.push(line.replace(/^\./, ""));
      else {
        const mail = { from, to, text: lines.join("\r\n") };
        [to, lines] = [[], undefined];
        if (reply(".", "250 2.0.0 Ok: queued as ABC123")) sink.taken.push(mail);
      }
      continue;
    }
    const command = line.slice(0, 4).toUpperCase();
    const address = /<(.*)>/.exec(line)?.[1] ?? "";
    if (command === "EHLO") reply(command, "250-sink\r\n250 AUTH PLAIN");
    else if (command === "AUTH") {
      if (reply(command, "235 welcome")) {
        sink.logins.push(
          Buffer.from(line.split(" ")[2] ?? "", "base64")
            .toString()
            .replaceAll("\0", " ")
            .trim(),
        );
      }
    } else if (command === "MAIL") {
      if (reply(command, "250 ok")) from = address;
    } else if (command === "RCPT") {
      if (reply(command, "250 ok")) to.push(address);
    } else if (command === "DATA") {
      if (reply(command, "354 go on")) lines = [];
    } else reply(command, command === "QUIT" ? "221 bye" : "502 not here");
  }
}
