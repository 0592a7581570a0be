import { createTransport } from "nodemailer";

export type Mailer = {
  /** Sends the link by which the one who reads this mailbox may set a new password. */
  readonly sendReset: (to: string, token: string) => Promise<void>;
  readonly close: () => void;
};

export type MailerOptions = {
  /** Such as `smtps://user:password@mail.example.org`. */
  readonly url: string;
  /**
   * Where people open the portal. From the configuration, never from a request: a `Host` header made up by
   * somebody else would put their server into our link.
   */
  readonly publicUrl: string;
  readonly from?: string | undefined;
};

/** Mail through an SMTP server, by at most 2 connections. */
export const mailerOf = ({ url, publicUrl, from }: MailerOptions): Mailer => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const sender = from ?? `Parlor <parlor@${new URL(publicUrl).hostname}>`;
  return {
    sendReset: async (to, token) => {
      await transport.sendMail({ from: sender, to, subject: "Your new password", text: textOf(publicUrl, token) });
    },
    close: () => transport.close(),
  };
};

/** Nothing that somebody typed stands in the text. The token stands behind `#`, which browsers send to no server. */
const textOf = (publicUrl: string, token: string): string =>
  [
    "Somebody, probably you, wants to set a new password for your account.",
    "Open this within an hour to choose it:",
    "",
    `${publicUrl}/reset-password#${token}`,
    "",
    "If it wasn't you, do nothing: your password stays as it is.",
    "",
  ].join("\n");
