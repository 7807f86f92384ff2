import { describe, expect, it } from "vitest";
import { qrCode, qrPath } from "../src/logic/qr";

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(qrCode(text)))));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

describe("a QR code", () => {
  // Digests of codes that another program's reader has read back.
  it.each([
    ["HELLO", 21, "3d85c3fe11f6aaf2"],
    ["x".repeat(50), 33, "0c75e5d40f77195f"],
    ["otpauth://totp/ComplaintBot:%E6%9E%97%E6%99%93?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=ComplaintBot", 41, "ea006009028b66c5"],
    ["y".repeat(300), 69, "adfef7cd8f8966cc"],
    ["z".repeat(660), 97, "13470ffeb2deba5f"],
  ])("of %.12s… is the one that can be read", async (text, size, known) => {
    expect(qrCode(text).length).toBe(size);
    expect(await digest(text)).toBe(known);
  });

  it("is refused for what does not fit, and drawn as squares", () => {
    expect(() => qrCode("z".repeat(667))).toThrow(RangeError);
    expect(qrPath([[true, false], [false, true]])).toBe("M0 0h1v1h-1zM1 1h1v1h-1z");
  });
});
