import { type Addresses, addressesAt } from "./addresses.ts";

/** In whose name and with what credentials are published. */
export type Publisher = {
  name: string;
  at: Addresses;
  /** Opens the private keys, when they are encrypted. */
  secret: string | undefined;
};

type Config = { publicUrl: URL; signingKeySecret: string | undefined };
type Settings = { vendorName: string; name: string };

/** The vendor who runs the portal; the portal itself where no vendor is named. */
export function publisherOf(
  { publicUrl, signingKeySecret }: Config,
  { vendorName, name }: Settings,
): Publisher {
  return {
    name: vendorName || name,
    at: addressesAt(publicUrl.origin),
    secret: signingKeySecret,
  };
}
