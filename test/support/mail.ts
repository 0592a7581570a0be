import { createServer, type AddressInfo, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { until } from "./until.ts";

export type Mail = { readonly to: string; readonly headers: string; readonly text: string };

/** A mail server of our own that keeps what it is given. */
export type Mailbox = {
  /** Such as `smtp://127.0.0.1:34567`. */
  readonly url: string;
  readonly mails: readonly Mail[];
  /** The next mail that nobody has taken yet; waits for it. */
  readonly next: () => Promise<Mail>;
  /** From now on mails are refused, or taken again. */
  readonly refuse: (on: boolean) => void;
  readonly close: () => Promise<void>;
};

/** Long lines come broken up, and `=` as a number. */
const unquoted = (text: string): string =>
  text
    .replace(/=\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const mailOf = (to: string, lines: readonly string[]): Mail => {
  const gap = lines.indexOf("");
  const headers = lines.slice(0, gap).join("\n");
  // A line that begins with a dot comes with one more.
  const body = lines
    .slice(gap + 1)
    .map((line) => line.replace(/^\./, ""))
    .join("\n");
  return { to, headers, text: /quoted-printable/i.test(headers) ? unquoted(body) : body };
};

/** Listens for SMTP on a free port. */
export const startMailbox = async (): Promise<Mailbox> => {
  const mails: Mail[] = [];
  const sockets = new Set<Socket>();
  let taken = 0;
  let refusing = false;

  const serve = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    const say = (text: string) => socket.write(`${text}\r\n`);
    let to = "";
    let data: string[] | undefined;
    say("220 the tests' mail server");
    createInterface({ input: socket }).on("line", (line) => {
      if (data !== undefined) {
        if (line !== ".") return void data.push(line);
        mails.push(mailOf(to, data));
        data = undefined;
        return void say("250 kept");
      }
      const [command = ""] = line.toUpperCase().split(" ");
      if (command === "RCPT") to = /<(.*)>/.exec(line)?.[1] ?? "";
      if (command === "DATA") data = [];
      if (command === "QUIT") return void socket.end("221 bye\r\n");
      if (command === "MAIL" && refusing) return void say("451 not now");
      say(command === "DATA" ? "354 go on" : "250 well");
    });
  };

  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    next: async () => {
      const mail = await until("a mail", () => mails[taken]);
      taken += 1;
      return mail;
    },
    refuse: (on) => {
      refusing = on;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** The token in the link of a mail. */
export const tokenIn = ({ text }: Mail): string => /\/reset-password#([\w-]+)/.exec(text)?.[1] ?? "";
