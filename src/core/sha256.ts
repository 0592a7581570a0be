import { sha256 as digest } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * SHA-256 of a text in UTF-8, in hexadecimal. By a library, as the core has no modules of Node to ask, and a page that
 * does not come over HTTPS has no WebCrypto.
 */
export const sha256 = (text: string): string => bytesToHex(digest(utf8ToBytes(text)));
