import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { speak, startWording, titleOf } from "../i18n";
import { ClauseTitle } from "./clausetitle";

beforeAll(startWording);
afterEach(() => act(() => speak("en")));

const CONTEXT = { reference: "9001:2015/4", title: "Context of the organization" };

test("a German window says a clause's title in German and keeps the English as its tooltip", async () => {
  render(<ClauseTitle {...CONTEXT} />);
  expect(screen.getByText(CONTEXT.title)).not.toHaveAttribute("title");
  await act(() => speak("de"));
  expect(screen.getByText("Kontext der Organisation")).toHaveAttribute("title", CONTEXT.title);
});

test("where it may be cut short the tooltip says both", async () => {
  render(<ClauseTitle {...CONTEXT} cut />);
  expect(screen.getByText(CONTEXT.title)).toHaveAttribute("title", CONTEXT.title);
  await act(() => speak("de"));
  expect(screen.getByText("Kontext der Organisation")).toHaveAttribute(
    "title",
    `Kontext der Organisation\n${CONTEXT.title}`,
  );
});

test("a title goes by its clause and edition; what the standard does not say stays as it was written", async () => {
  await act(() => speak("de"));
  const change = (reference: string) => titleOf(reference, "Change management").text;
  expect([change("27001:2022/A.8.32"), change("20000-1:2018/8.5.1")]).toEqual([
    "Änderungssteuerung",
    "Change Management",
  ]);
  expect(titleOf("27001:2022/A.8.32", "Our changes")).toEqual({ text: "Our changes" });
  expect(titleOf("27001:2022/X.1", "Context of the organization")).toEqual({ text: "Context of the organization" });
  expect(titleOf(["9001:2015/7", "20000-1:2018/7"], "Support of the service management system").text).toBe(
    "Unterstützung des Servicemanagementsystems",
  );
});

test("our own label is in German as well, and said to be ours", async () => {
  await act(() => speak("de"));
  const reference = "9001:2015/9.2.1";
  render(<ClauseTitle reference={reference} title="audits at planned intervals" of={new Set([reference])} />);
  expect(document.body).toHaveTextContent(/^Audits in geplanten Abständen \(.+\)$/);
});
