// What an import says of a file or a row, in the window's words: the core hands over a name and values, and no sentence.
import { plain } from "../../i18n";
import type { Refusal } from "../../ipc";
import type { Problem } from "../../ipc/generated/core";
import { fillWith } from "../../kit/happened";
import { refusalWords } from "../../kit/refusalwords";

export function oddityWords({ says, values, because }: Problem): string {
  const words = plain(`oddity.says.${says}`, { skipInterpolation: true, defaultValue: "" });
  if (!words) {
    // A core of another version: what it said is shown as it is.
    const said = Object.entries(values).map(([name, value]) => `${name}: ${value}`);
    return [says.replaceAll("_", " "), ...said].join(", ");
  }
  return fillWith(words, (name) => {
    if (name !== "why") return values[name] || undefined;
    if (!because) return undefined;
    const { message, hint } = refusalWords(because as Refusal);
    return `${message}. ${hint.replace(/\.$/, "")}`;
  });
}
