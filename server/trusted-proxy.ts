import type { Request } from "express";

type TrustFunction = (address: string, hop: number) => boolean;

/** Whether the peer of this connection is a proxy that the configuration trusts. */
export function isFromTrustedProxy(req: Request): boolean {
  const trusts = req.app.get("trust proxy fn") as TrustFunction;
  return trusts(req.socket.remoteAddress ?? "", 0);
}

/** The client's address; behind trusted proxies the one they report. "" when it has gone. */
export function clientAddress(req: Request): string {
  return (req.ip ?? "").replace(/^::ffff:/i, "");
}

/**
 * Whether the client itself runs on this machine. A proxy that is not configured as trusted makes
 * strangers look local, so its forwarding headers rule that out.
 */
export function isLoopbackClient(req: Request): boolean {
  const forwarded =
    req.headers["x-forwarded-for"] !== undefined || req.headers.forwarded !== undefined;
  if (forwarded && !isFromTrustedProxy(req)) return false;
  const peer = (req.socket.remoteAddress ?? "").replace(/^::ffff:/i, "");
  return isLoopbackAddress(clientAddress(req)) && isLoopbackAddress(peer);
}

function isLoopbackAddress(address: string): boolean {
  return address === "::1" || /^127(\.\d{1,3}){3}$/.test(address);
}
