/** By which carrier does this deployment send its mails, SES or an SMTP relay? */
import type { Mailer } from "../ports/mailer.ts";

/** How mails leave, by the names of the function's environment. */
export type MailRoute =
  | { readonly MAIL_TRANSPORT: "ses"; readonly MAIL_FROM: string; readonly SES_CONFIGURATION_SET: string }
  | {
      readonly MAIL_TRANSPORT: "smtp";
      readonly MAIL_FROM: string;
      readonly SMTP_HOST: string;
      readonly SMTP_PORT: string;
      readonly SMTP_SECRET_ARN: string;
    };

/** Loads only the carrier it uses, at the first mail. */
export function mailerFor(route: MailRoute): Mailer {
  let mailer: Promise<Mailer> | undefined;
  return {
    async send(mail) {
      mailer ??= route.MAIL_TRANSPORT === "ses" ? ses(route) : smtp(route);
      return (await mailer).send(mail);
    },
  };
}

async function ses(route: Extract<MailRoute, { MAIL_TRANSPORT: "ses" }>): Promise<Mailer> {
  const [{ ses }, { sesMailer }] = await Promise.all([import("./clients/ses.ts"), import("./ses-mailer.ts")]);
  return sesMailer(ses(), { from: route.MAIL_FROM, configurationSet: route.SES_CONFIGURATION_SET });
}

async function smtp(route: Extract<MailRoute, { MAIL_TRANSPORT: "smtp" }>): Promise<Mailer> {
  const [{ secrets }, { smtpMailer }, { smtpSecret }] = await Promise.all([
    import("./clients/secrets.ts"),
    import("./smtp-mailer.ts"),
    import("./smtp-secret.ts"),
  ]);
  return smtpMailer({
    host: route.SMTP_HOST,
    port: Number(route.SMTP_PORT),
    from: route.MAIL_FROM,
    credentials: smtpSecret(secrets(), route.SMTP_SECRET_ARN),
  });
}
