import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { noteExpectation } from "./expect-continue.ts";
import { kindOfParserError, rawErrorAnswer } from "./raw-answers.ts";

/** A server that accepts connections. */
export type Listening = {
  /** Where it can be reached, with the port it really has. */
  url: string;
  server: Server;
  /**
   * Stops accepting, closes idle connections, lets running requests finish, and after `graceMs`
   * cuts those that have not. Resolves when the last connection is gone; may be called twice.
   */
  close(graceMs: number): Promise<void>;
};

/** Why listening was refused, in words for whoever started the portal. */
export class ListenError extends Error {
  override name = "ListenError";
  readonly code: string | undefined;
  constructor(message: string, code: string | undefined) {
    super(message);
    this.code = code;
  }
}

const LIMITS = {
  // The answer to a missing Host is ours, a readable page.
  requireHostHeader: false,
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15_000,
  // Long enough for the largest upload on a slow line, short enough for slow attackers.
  requestTimeout: 300_000,
  connectionsCheckingInterval: 5_000,
  // Longer than the 60 s after which common proxies give up an idle connection: the side that
  // closes must be the proxy, or a request can cross the closing.
  keepAliveTimeout: 65_000,
};

/**
 * Starts an HTTP server for `app` on `host`:`port` (0 picks a free port).
 * Rejects with a `ListenError` when the address is taken, forbidden or not of this machine.
 */
export function listen(
  app: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createServer(LIMITS);
  const connections = trackConnections(server);
  server.on("request", app);
  server.on("checkContinue", (req, res) => {
    noteExpectation(req);
    server.emit("request", req, res);
  });
  server.on("connect", (_req, socket) => socket.end(rawErrorAnswer("method-not-allowed")));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
    // A second answer would garble the one that is on its way.
    if (connections.isAnswering(socket as Socket)) return socket.destroy();
    socket.end(rawErrorAnswer(kindOfParserError(error.code)));
  });

  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => reject(listenError(error, host, port));
    server.once("error", onError);
    server.listen({ host, port }, () => {
      server.off("error", onError);
      const { address, family, port: realPort } = server.address() as AddressInfo;
      const shown = family === "IPv6" ? `[${address}]` : address;
      resolve({ url: `http://${shown}:${realPort}`, server, close: connections.close });
    });
  });
}

type Connections = {
  /** Whether an answer is already being sent on this connection. */
  isAnswering(socket: Socket): boolean;
  close: Listening["close"];
};

function trackConnections(server: Server): Connections {
  // Node's closeIdleConnections spares connections that never sent anything, which browsers open
  // ahead of need; so running requests are kept per connection here.
  const running = new Map<Socket, Set<ServerResponse>>();
  let closing: Promise<void> | undefined;

  server.on("connection", (socket: Socket) => {
    running.set(socket, new Set());
    socket.once("close", () => running.delete(socket));
  });
  server.prependListener("request", ({ socket }, res) => {
    running.get(socket)?.add(res);
    if (closing) res.setHeader("Connection", "close");
    res.once("close", () => {
      running.get(socket)?.delete(res);
      if (closing && !running.get(socket)?.size) socket.destroySoon();
    });
  });

  return {
    isAnswering: (socket) => [...(running.get(socket) ?? [])].some((res) => res.headersSent),
    close(graceMs) {
      closing ??= new Promise<void>((resolve) => {
        const cut = setTimeout(() => {
          for (const socket of running.keys()) socket.destroy();
        }, graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        for (const [socket, requests] of running) if (requests.size === 0) socket.destroySoon();
      });
      return closing;
    },
  };
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): ListenError {
  const where = `${host}:${port}`;
  const message: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is already in use: stop the other program or set PORT to another number.`,
    EACCES: `Listening on ${where} is not permitted: set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}: set HOST to one of its addresses, or to 127.0.0.1.`,
    ENOTFOUND: `The host name ${host} is not known: set HOST to an address of this machine.`,
  };
  const known = message[error.code ?? ""] ?? `Could not listen on ${where}: ${error.message}`;
  return new ListenError(known, error.code);
}
