import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

export type ScriptedSmtp = {
  url: string;
  /** Raw messages taken, with their envelope. */
  taken: { recipients: string[]; raw: string }[];
  stop(): Promise<void>;
};

/**
 * A mail server of a few lines for what a real one does not do on demand: it answers each command
 * with the reply the test wants (`answers: { "RCPT TO": "550 no such user" }`) and hangs up on
 * `"hang-up"`.
 */
export async function scriptedSmtp(answers: Record<string, string> = {}): Promise<ScriptedSmtp> {
  const taken: ScriptedSmtp["taken"] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    converse(socket, answers, taken);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function converse(
  socket: Socket,
  answers: Record<string, string>,
  taken: ScriptedSmtp["taken"],
): void {
  let buffer = "";
  let recipients: string[] = [];
  let inData = false;
  const say = (command: string, usual: string) => {
    const answer = answers[command] ?? usual;
    if (answer === "hang-up") socket.destroy();
    else socket.write(`${answer}\r\n`);
  };
  say("CONNECT", "220 test ESMTP");
  socket.on("data", (chunk) => {
    buffer += chunk.toString("utf8");
    for (;;) {
      const end = inData ? "\r\n.\r\n" : "\r\n";
      const at = buffer.indexOf(end);
      if (at < 0) return;
      const part = buffer.slice(0, at);
      buffer = buffer.slice(at + end.length);
      if (inData) {
        inData = false;
        if (!answers["END OF DATA"]?.startsWith("5")) taken.push({ recipients, raw: part });
        recipients = [];
        say("END OF DATA", "250 taken");
        continue;
      }
      const command = /^(EHLO|HELO|MAIL FROM|RCPT TO|DATA|RSET|QUIT)/i
        .exec(part)?.[1]
        ?.toUpperCase();
      if (command === "RCPT TO") recipients.push(/<([^>]*)>/.exec(part)?.[1] ?? "");
      if (command === "DATA") inData = !answers.DATA;
      if (command === "EHLO") say("EHLO", "250-test\r\n250 8BITMIME");
      else if (command === "DATA") say("DATA", "354 go on");
      else if (command === "QUIT") socket.end("221 bye\r\n");
      else say(command ?? "?", command ? "250 ok" : "500 what?");
    }
  });
}
