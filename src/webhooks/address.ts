import { type LookupAddress, lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** An address that is not for outsiders' requests: our own machine, its network, or a cloud's inside. */
class BlockedAddress extends Error {
  override readonly name = "BlockedAddress";
  readonly code = "address_not_public";
  constructor() {
    super("the address is not public");
  }
}

/** Azure's platform answers its virtual machines here, in the middle of public addresses. */
const insides = new Set(["168.63.129.16"]);
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/** Whether an IP address is a public one of a single machine. IPv4 dressed up as IPv6 is not. */
export const isPublicAddress = (address: string): boolean => {
  if (address.includes("%") || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast" || insides.has(parsed.toString())) return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast);
};

/** Why a text can't be a webhook's URL. */
export type UrlFault = "not a URL" | "not http or https" | "has credentials in it" | "not a public address";

const longest = 2048;

/**
 * Reads a webhook's URL, or says what is wrong with it. The URL parser brings every spelling of an IPv4 address
 * (decimal, octal, hex, shortened, full-width) into one, so one look at the host is enough; names are looked at
 * when they are resolved.
 */
export const readTarget = (text: string, allowPrivate: boolean): URL | UrlFault => {
  const url = text.length <= longest ? URL.parse(text) : null;
  if (url === null) return "not a URL";
  if (url.protocol !== "http:" && url.protocol !== "https:") return "not http or https";
  if (url.username !== "" || url.password !== "") return "has credentials in it";
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  if (!allowPrivate && ipaddr.isValid(host) && !isPublicAddress(host)) return "not a public address";
  return url;
};

export type Resolve = (
  hostname: string,
  options: object & { readonly all: true },
  callback: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A connection's own way to resolve names, which fails with BlockedAddress when any answer is not public. What is
 * checked is what is connected to, so a name that answers something else the second time gains nothing.
 */
export const publicLookup =
  (resolve: Resolve = systemLookup): LookupFunction =>
  (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error !== null || first === undefined) return callback(error ?? new Error("no address"), "", 0);
      if (!addresses.every(({ address }) => isPublicAddress(address))) return callback(new BlockedAddress(), "", 0);
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
