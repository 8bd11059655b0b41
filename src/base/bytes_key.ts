// Bytes as keys of maps.

declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** Each byte becomes one character, whatever the label's table says: windows-1252 has no two bytes for one character. */
const decoder = new TextDecoder("latin1");
/** Below this length a loop is faster than the decoder. */
const DECODED_LENGTH = 12;

/** A text that is equal for equal bytes, and for no others; as long as they are. For keys only: it shows nothing. */
export function bytesKey(bytes: Uint8Array): string {
  if (bytes.length >= DECODED_LENGTH) return decoder.decode(bytes);
  let text = "";
  for (let i = 0; i < bytes.length; i++) text += String.fromCharCode(bytes[i]);
  return text;
}
