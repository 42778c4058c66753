import { render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { speak, startWording } from "../../i18n";
import { Findings } from "./Findings";

beforeAll(startWording);
afterEach(() => speak("en"));

const found = (code: string) => ({ code, place: "entry 3", message: "in English" });

test("each kind of finding has its own name and next step", () => {
  const { rerender } = render(<Findings findings={[found("ledger_rewritten")]} />);
  expect(screen.getByRole("alert")).toHaveTextContent(/rewritten after it was signed.*in English.*from a backup/);
  rerender(<Findings findings={[found("checkpoint_unreadable")]} />);
  expect(screen.getByRole("alert")).toHaveTextContent(/Copy the checkpoint again/);
  expect(screen.getByRole("alert")).not.toHaveTextContent("backup");
});

test("a finding is said in the window's language; one that has no name keeps its own words", async () => {
  await speak("de");
  render(<Findings findings={[found("entries_cut"), found("new_kind")]} />);
  expect(screen.getByRole("alert")).toHaveTextContent(/Gefunden: 2.*Das Ende des Journals fehlt.*new_kind/);
});

test("where several kinds were found, none is passed off as another and each has its next step", () => {
  render(<Findings findings={[found("time_backwards"), found("object_altered"), found("object_missing")]} />);
  const alert = screen.getByRole("alert");
  expect(alert).not.toHaveTextContent("Nothing is lost");
  expect(alert).toHaveTextContent(/Compare the clocks/);
  expect(screen.getAllByText(/File the original again/)).toHaveLength(1);
});

test("what a table says wrongly is told by item and field, in the window's language", async () => {
  await speak("de");
  const differs = {
    how: "field_changed",
    table: "document",
    kind: "document",
    item: "QM-POL-01",
    field: "title",
    ledger: "Quality policy",
    shown: "forged",
  };
  render(<Findings findings={[{ ...found("table_differs"), differs }]} />);
  expect(screen.getByRole("alert")).toHaveTextContent(
    /Dokument QM-POL-01: Titel ist „forged“, laut Journal „Quality policy“/,
  );
  expect(screen.getByRole("button", { name: "Öffnen" })).toBeInTheDocument();
});

test("clocks accuse nobody, and what the check says in English is folded in another language", async () => {
  await speak("de");
  render(<Findings findings={[found("clock_ahead"), found("clock_behind")]} />);
  const alert = screen.getByRole("alert");
  expect(alert).not.toHaveTextContent("Jemand oder etwas");
  expect(alert).toHaveTextContent(/nur ihre Tage sind falsch.*Eintrag 3/);
  expect(screen.getAllByText("in English")[0]?.closest("details")).not.toHaveAttribute("open");
});
