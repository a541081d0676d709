/** `baku-moscow completion SHELL`: a script that completes commands, flags, terms and ids. */
import { checkName } from "../criteria/input-error.ts";
import { description } from "../generated/release.ts";
import { UsageError, type Command } from "./command.ts";
import { checkFlags } from "./flags.ts";
import { suggestWords } from "./suggest-words.ts";

const program = description.name;
/** A name that every shell takes for a function. */
const functionName = `_${program.replace(/\W/g, "_")}`;

const ask = `${program} completion suggest --`;
/** The scripts ask the program itself, so that they know the ids of the installed version. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  bash: [
    `${functionName}() {`,
    "  local IFS=$'\\n'",
    `  COMPREPLY=($(${ask} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))`,
    "}",
    `complete -o default -F ${functionName} ${program}`,
  ],
  zsh: [
    `#compdef ${program}`,
    `${functionName}() {`,
    "  local -a found",
    `  found=("\${(@f)$(${ask} "\${(@)words[2,CURRENT]}" 2>/dev/null)}")`,
    "  compadd -- $found",
    "}",
    `compdef ${functionName} ${program}`,
  ],
  fish: [
    `complete -c ${program} -f -a '(${ask} (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'`,
  ],
};
const shells = Object.keys(scripts);

/** Where the line goes that turns completion on. */
const help = [
  `bash: in ~/.bashrc:  eval "$(${program} completion bash)"`,
  `zsh:  in ~/.zshrc, after compinit:  eval "$(${program} completion zsh)"`,
  `fish: once:  ${program} completion fish > ~/.config/fish/completions/${program}.fish`,
  "The program must be on the path: npm install --global, or node_modules/.bin in a project.",
];

/** The command `completion`, which knows the commands. */
export function toCompletionCommand(commands: ReadonlyMap<string, Command>): Command {
  return {
    usage: `${program} completion ${shells.join("|")}`,
    does: "Prints a script that completes commands, flags, terms and ids in a shell.",
    help: help.join("\n"),
    example: () => "completion bash",
    takes: {},
    run(call) {
      checkFlags(call, []);
      const [shell, ...words] = call.words;
      if (shell === "suggest") return suggestWords(commands, words).join("\n");
      if (shell === undefined || words.length > 0)
        throw new UsageError(`completion takes one shell: ${shells.join(", ")}`);
      checkName("completion", "shell", shell, shells);
      return scripts[shell]!.join("\n");
    },
  };
}
