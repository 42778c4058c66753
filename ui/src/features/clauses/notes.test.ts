import { expect, test } from "vitest";
import type { ClauseOpened, NoteSaid } from "../../ipc/generated/core";
import { notesOf } from "./notes";

const note = (text: string): NoteSaid => ({ code: null, values: {}, text }) as NoteSaid;
const match = (clause: string, ...said: string[]) => ({ clause, said: said.map(note) });

test("a remark says which counterpart it is about, unless it holds for all", () => {
  const data = {
    answers: [
      {
        standard: "9001",
        edition: "2015",
        matches: [match("7.1", "Both."), match("7.1.3", "Both.", "Technical only.")],
      },
      { standard: "27001", edition: "2022", matches: [match("7.1", "One of one.")] },
    ],
  } as unknown as ClauseOpened;
  const found = notesOf(data, [note("Shared.")], (said) => said.text);
  expect(found.map(({ text, at }) => [text, at])).toEqual([
    ["Both.", []],
    ["Technical only.", ["9001:2015/7.1.3"]],
    ["One of one.", []],
    ["Shared.", []],
  ]);
});
