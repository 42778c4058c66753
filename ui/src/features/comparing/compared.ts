// What became of a file of two revisions, in sentences.
import type { FilesCompared } from "../../ipc/generated/core";

export function outcomeText(
  file: FilesCompared,
  t: (key: string, values?: Record<string, unknown>) => string,
): string[] {
  const { outcome, partly, comments, tracked } = file;
  const said: string[] = [];
  if (outcome.kind === "unread") {
    if (outcome.earlier) said.push(t("compare.unreadEarlier", { why: t(`problem.${outcome.earlier}`) }));
    if (outcome.later) said.push(t("compare.unreadLater", { why: t(`problem.${outcome.later}`) }));
  } else if (outcome.kind !== "changed") said.push(t(`compare.file.${outcome.kind}`));
  const quoted = (words: string) => words.replaceAll("\n", "”, “");
  if (tracked.earlier) said.push(t("compare.trackedEarlier", { words: quoted(tracked.earlier) }));
  if (tracked.later) said.push(t("compare.trackedLater", { words: quoted(tracked.later) }));
  if (comments) said.push(t("compare.comments"));
  if (partly) said.push(t("compare.partly"));
  return said;
}
