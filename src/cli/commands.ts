// The commands with their options, help and examples.
import { Command, CommanderError, InvalidArgumentError } from "commander";
import colors from "picocolors";

const VERSION = "0.1.0";

function examples(rows: readonly (readonly [command: string, meaning: string])[]): string {
  const width = Math.max(...rows.map(([command]) => command.length));
  const lines = rows.map(([command, meaning]) => `  ${command.padEnd(width)}   ${colors.dim(meaning)}`);
  return `\nExamples:\n${lines.join("\n")}`;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("It is not a whole number.");
  return Number(text);
}

const LAST_PORT = 65535;

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > LAST_PORT) throw new InvalidArgumentError(`It is not from 0 to ${LAST_PORT}.`);
  return port;
}

function build(): Command {
  const program = new Command("underglass")
    .description("A see-through Python 3.13 machine.")
    .version(VERSION)
    .helpCommand(false)
    .enablePositionalOptions()
    .exitOverride()
    .addHelpText(
      "after",
      examples([
        ["underglass run program.py one two", "run a program as python3.13 does"],
        ['underglass run -c "print(6 * 7)"', "run a line of code"],
        ["underglass watch program.py", "step through it in the page"],
        ["underglass record program.py -o run.ug", "record a run, to look at with watch and show"],
        ["underglass dis program.py", "show its bytecode"],
      ]),
    );

  program
    .command("run")
    .summary("run a program as python3.13 does")
    .usage("[OPTION…]  FILE | -c CODE | -m MODULE | -  [ARG…]")
    .description(
      "Runs a program: a file, code, a module, or standard input. What follows is the program's own.\n" +
        "Options are python3.13's (-O, -W, -X, -I, …): `underglass-python -h` lists them.",
    )
    .argument("[program...]")
    .addHelpText(
      "after",
      examples([
        ["underglass run program.py one two", "a file, with its arguments"],
        ['underglass run -c "print(6 * 7)"', "code"],
        ["underglass run -m timeit pass", "a module of the library"],
        ["underglass run -W error -X dev program.py", "with python3.13's options"],
        ["echo 'print(1)' | underglass run -", "standard input"],
      ]),
    );

  program
    .command("watch")
    .summary("show a program in the page")
    .description("Opens the page on a program (by default an example): prints its address and serves it on loopback.")
    .argument("[file]", "source file, a recording, or a compiled file")
    .argument("[args...]", "the program's own arguments")
    .option("--port <port>", "exactly this port", portNumber)
    .passThroughOptions()
    .addHelpText(
      "after",
      examples([
        ["underglass watch program.py one two", "then open the address that it prints"],
        ["underglass watch run.ug", "a recording"],
      ]),
    )
    .action(async (file: string | undefined, args: string[], options: { port?: number }) => {
      const { watch } = await import("./watch.ts");
      await watch(file, args, options);
    });

  program
    .command("record")
    .summary("run a program and write a recording of it")
    .usage("FILE | -c CODE | -m MODULE | -  -o RUN  [ARG…]")
    .description(
      "Runs a program as `run` does and writes all of it to a file, which `watch` and `show` open.\n" +
        "-o stands before the program or right after it; what follows is the program's own.",
    )
    .argument("[program...]")
    .option("-o, --output <file>", "where the recording goes")
    .allowUnknownOption()
    .passThroughOptions()
    .addHelpText(
      "after",
      examples([["underglass record program.py -o run.ug one two", "then: underglass watch run.ug"]]),
    )
    .action(async (args: string[], options: { output?: string }) => {
      const { record, withOutput } = await import("./record.ts");
      const { program: rest, output } =
        options.output === undefined ? withOutput(args) : { program: args, output: options.output };
      await record(rest, output);
    });

  program
    .command("show")
    .summary("show the state at an instruction of a recording")
    .description("Prints line, names, value stack and memory at a moment of a recording.")
    .argument("<recording>", "a file that `record` wrote")
    .option("--at <instruction>", "number of instructions executed; by default the last", wholeNumber)
    .option("--json", "as JSON (docs/recording.md says what is in it)")
    .option("--verify", "run all of it again first, and compare with what was recorded")
    .addHelpText("after", examples([["underglass show run.ug --at 1200", "the state after 1200 instructions"]]))
    .action(async (file: string, options: { at?: number; json?: boolean; verify?: boolean }) => {
      const { show } = await import("./show.ts");
      await show(file, options);
    });

  program
    .command("dis")
    .summary("show the bytecode of a file")
    .argument("<file>", "source file, or - for standard input")
    .option("-C, --show-caches", "show inline caches")
    .option("-O, --show-offsets", "show instruction offsets")
    .addHelpText("after", examples([["underglass dis program.py", "as python3.13 -m dis lays it out"]]))
    .action(async (file: string, switches) => {
      const { dis } = await import("./dis.ts");
      await dis(file, switches);
    });

  for (const [name, module, summary] of [
    ["tokens", "tokenize", "show the tokens of a file"],
    ["ast", "ast", "show the syntax tree of a file"],
    ["symtable", "symtable", "show the symbol table of a file"],
  ] as const) {
    program
      .command(name)
      .summary(summary)
      .usage("[OPTION…] FILE")
      .description(`Prints what \`python3.13 -m ${module}\` prints; the options are that module's own.`)
      .argument("[args...]")
      .allowUnknownOption()
      .passThroughOptions()
      .addHelpText("after", examples([[`underglass ${name} program.py`, summary]]))
      .action(async (args: string[]) => {
        const { runModule } = await import("./module.ts");
        await runModule(module, args);
      });
  }

  program
    .command("pyc")
    .summary("show every byte of a .pyc with its meaning")
    .argument("<file>", "compiled file")
    .addHelpText("after", examples([["underglass pyc out/program.pyc", "header, values, instructions, tables"]]))
    .action(async (file: string) => {
      const { pyc } = await import("./pyc.ts");
      process.exitCode = pyc(file);
    });

  program
    .command("compile")
    .summary("compile files to .pyc")
    .description("Compiles each BASE/a/b.py to DIR/a/b.pyc. A file that does not compile does not stop the others.")
    .argument("<file...>", "source files, below BASE")
    .requiredOption("--out-dir <dir>", "where the .pyc files go")
    .requiredOption("--base <base>", "folder that the files' places are counted from")
    .addHelpText(
      "after",
      examples([["underglass compile src/a.py src/b/c.py --out-dir out --base src", "out/a.pyc and out/b/c.pyc"]]),
    )
    .action(async (files: string[], options: { outDir: string; base: string }) => {
      const { compile } = await import("./compile.ts");
      process.exitCode = compile(files, options.outDir, options.base);
    });

  program
    .command("memory")
    .summary("run a program and show where its memory is")
    .usage("FILE | -c CODE | -m MODULE | -  [ARG…]")
    .description("Runs a program and prints its memory at the end, layer by layer, on standard error.")
    .argument("[program...]")
    .allowUnknownOption()
    .passThroughOptions()
    .addHelpText("after", examples([["underglass memory program.py", "objects, pools, arenas, heap, mappings"]]))
    .action(async (args: string[]) => {
      const { memory } = await import("./memory.ts");
      await memory(args);
    });

  for (const command of program.commands) sayInOneLine(command, `underglass ${command.name()}`);
  sayInOneLine(program, "underglass");
  return program;
}

/** What is wrong in the use of a command is one line, which names the help. */
function sayInOneLine(command: Command, name: string): void {
  command.configureOutput({
    outputError: (text, write) => {
      const what = text
        .replace(/^error: /, "")
        .trim()
        .replace(/\s*\n\s*/g, " ");
      write(`underglass: ${what} (see ${name} --help)\n`);
    },
  });
}

export async function parse(argv: readonly string[]): Promise<void> {
  const program = build();
  if (argv.length <= 2) {
    program.outputHelp({ error: true });
    process.exitCode = 2;
    return;
  }
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version that were asked for are no errors.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}
