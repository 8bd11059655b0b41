// The files of a session as text: the program's source, bundled examples, the library; and what the compiler says of them.
// Invariant: the program's source is its bytes. Its text is what Python's codecs make of them, so the compiler is told that
// it is decoded already, unless Python itself will not decode it: then the bytes say why.
import { utf8 } from "../base/utf8.ts";
import {
  bytesOfFile,
  characterOfName,
  decodeUtf8,
  describePyc,
  type FileText,
  LIBRARY,
  type Library,
  pycOf,
  tellCompilation,
  tellFlow,
  textOfFile,
} from "../machine/recorded.ts";
import { Failure } from "../protocol/messages.ts";
import type { RequestOf, ResultOf } from "../protocol/session.ts";

/** A source in the page was changed at no time that anything could be compared with. */
const SOURCE_SECONDS = 0;
const LONE_SURROGATE = /[\ud800-\udfff]/u;

export interface ShownSource {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

export interface FilesOptions {
  readonly library: Library;
  /** Bundled programs by file name. */
  readonly examples: () => Promise<ReadonlyMap<string, string>>;
  /** Runs work on a fresh machine, with the memory of the run put aside. */
  readonly aside: <T>(work: () => T) => T;
}

export class SessionFiles {
  private readonly options: FilesOptions;
  /** The program's own, where it has a file. */
  source: ShownSource | null = null;

  constructor(options: FilesOptions) {
    this.options = options;
  }

  /** A source whose text is found on the machine, if it is not plain. */
  shown(file: string, bytes: Uint8Array): ShownSource {
    return { file, bytes, text: this.decode(bytes).text };
  }

  decode(bytes: Uint8Array): FileText {
    return textOfFile(bytes, this.options.aside);
  }

  encode({ text, hasBom }: RequestOf<"encode">): ResultOf<"encode"> {
    const encoded = bytesOfFile(text, hasBom, this.options.aside);
    return "error" in encoded ? { bytes: null, error: encoded.error } : { bytes: encoded.bytes, error: null };
  }

  /** Of a file that takes part in the run. */
  private textOf(file: string): string | null {
    if (this.source?.file === file) return this.source.text;
    if (!file.startsWith(`${LIBRARY}/`)) return null;
    const bytes = this.options.library.content(file.slice(LIBRARY.length + 1), 0);
    if (typeof bytes === "number") return null;
    return decodeUtf8(bytes, 0, bytes.length);
  }

  /** A file's text, and of the program's own the bytes too. isExample: the one that is bundled, whatever is run by its name. */
  async read({ file, isExample }: RequestOf<"source">): Promise<ResultOf<"source">> {
    if (isExample) return { text: (await this.options.examples()).get(file) ?? null };
    const text = this.textOf(file);
    return this.source?.file === file ? { text, bytes: this.source.bytes } : { text };
  }

  compilation({ file, text }: RequestOf<"compilation">) {
    const source = this.forCompiler(file, text);
    return source === null ? null : tellCompilation(source.bytes, { ...source.options, file });
  }

  flow({ file, text, code }: RequestOf<"flow">) {
    const source = this.forCompiler(file, text);
    return source === null ? null : tellFlow(source.bytes, code, { ...source.options, file });
  }

  private forCompiler(file: string, given: string | undefined) {
    const own = this.source?.file === file ? this.source : null;
    const text = given ?? this.textOf(file);
    if (text === null) return null;
    const isRefused = own !== null && text === own.text && LONE_SURROGATE.test(text);
    const bytes = isRefused ? own.bytes : utf8(text);
    return { bytes, options: { nameToCodePoint: characterOfName, ignoreCookie: !isRefused } };
  }

  pyc({ name, bytes, source }: RequestOf<"pyc">): ResultOf<"pyc"> {
    const read = bytes ?? this.compiled(name, source ?? new Uint8Array(0));
    return { name, bytes: read, ranges: describePyc(read, name) };
  }

  private compiled(name: string, source: Uint8Array): Uint8Array {
    const header = { sourceSeconds: SOURCE_SECONDS, sourceBytes: source.length };
    const options = { file: name.replace(/c$/, ""), nameToCodePoint: characterOfName, ignoreCookie: true };
    const { bytes, error } = pycOf(utf8(this.decode(source).text), header, options);
    if (bytes === null) throw new Failure("refused", `${error.type}: ${error.message}`);
    return bytes;
  }
}
