import { expect, test } from "vitest";
import type { CertificateRow } from "../../ipc/generated/core";
import { changesOf, changesSomething, daysOf, daysStand, typedOf, warningsOf } from "./certificatewords";

const row: CertificateRow = {
  id: "c",
  number: "IS-1",
  system: "ISMS",
  edition: "27001:2022",
  body: "Certification body",
  words: "",
  scope: ["A", "B"],
  issued: "2025-01-01",
  valid_until: "2028-01-01",
  surveillance: [{ day: "2026-01-10", held: "2026-01-12" }],
  statement: "1",
  withdrawn: null,
  standing: "valid",
  moved_on: null,
  notices: [],
  unconfirmed: [],
};
const keys = (of: Partial<CertificateRow>, today = "2026-11-23", others: Partial<CertificateRow>[] = []) => {
  const all = [of, ...others].map((one) => ({ ...row, ...one }));
  return warningsOf(all[0] ?? row, today, all).map((warning) => warning.key);
};

test("a certificate warns when the statement moved on, when it ends soon, and when a surveillance was missed", () => {
  expect(keys({})).toEqual([]);
  expect(keys({ moved_on: "2" })).toEqual(["certificates.movedOn"]);
  expect(keys({ valid_until: "2027-01-31" })).toEqual(["certificates.expiring"]);
  expect(keys({ surveillance: [{ day: "2026-11-22", held: null }] })).toEqual(["certificates.surveillanceLate"]);
  expect(keys({ surveillance: [{ day: "2026-11-23", held: null }] }), "its day has not passed").toEqual([]);
});

test("one that speaks no more says only that", () => {
  const late = [{ day: "2026-01-10", held: null }];
  expect(keys({ standing: "withdrawn", withdrawn: "2026-01-01", surveillance: late, moved_on: "2" })).toEqual([]);
  expect(keys({ standing: "expired", valid_until: "2026-01-01", moved_on: "2" })).toEqual(["certificates.expired"]);
});

test("a newer one for the same takes its place: what was open of the older one is asked no more", () => {
  const newer = { number: "IS-2", issued: "2026-01-02" };
  const late = { surveillance: [{ day: "2026-01-10", held: null }], valid_until: "2026-12-31" };
  expect(keys(late)).toEqual(["certificates.surveillanceLate", "certificates.expiring"]);
  expect(keys(late, "2026-11-23", [newer])).toEqual([]);
  expect(keys(late, "2026-11-23", [{ ...newer, issued: "2026-01-11" }]), "issued after that day").toEqual([
    "certificates.surveillanceLate",
  ]);
  expect(keys(late, "2026-11-23", [{ ...newer, scope: ["A"] }]), "for something else").toHaveLength(2);
  expect(keys(late, "2026-11-23", [{ ...newer, withdrawn: "2026-02-01" }]), "withdrawn").toHaveLength(2);
});

test("a correction sends what is otherwise, and nothing else", () => {
  const same = changesOf(row, typedOf(row), "seen again");
  expect(changesSomething(same)).toBe(false);
  const other = changesOf(
    row,
    { ...typedOf(row), number: "IS-2", surveillance: "2026-01-10\n2027-01-10" },
    "typing error",
  );
  expect(changesSomething(other)).toBe(true);
  expect(other).toMatchObject({ number: "IS-1", new_number: "IS-2", body: null, scope: null, issued: null });
  expect(other.surveillance).toEqual(["2026-01-10", "2027-01-10"]);
});

test("days stand one a line, and each has to be one", () => {
  expect(daysOf("2026-01-10\n\n 2027-01-10 ")).toEqual(["2026-01-10", "2027-01-10"]);
  expect(daysStand(typedOf(row))).toBe(true);
  expect(daysStand({ ...typedOf(row), surveillance: "soon" })).toBe(false);
});

test("what a certificate says that cannot be so stands out", () => {
  const outside = { what: "outside" as const, items: ["B"] };
  expect(keys({ notices: [{ what: "unknown_version" }, outside], moved_on: "2" })).toEqual([
    "certificates.notice.unknown_version",
    "certificates.notice.outside",
  ]);
  expect(keys({ notices: [{ what: "before_version", day: "2026-02-01" }] })).toEqual([
    "certificates.notice.before_version",
  ]);
});
