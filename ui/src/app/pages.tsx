// The screens, and the sheets that lie over all of them. The first screen comes with the page; the others are read when
// they are first wanted, from the same folder.
import { lazy, type ReactNode, Suspense } from "react";
import { TodayScreen } from "../features/today/TodayScreen";
import { type Screen, usePlace } from "../here/router";
import { useWorkspace } from "../here/state";

const ApplicabilityScreen = lazy(async () => ({
  default: (await import("../features/applicability/ApplicabilityScreen")).ApplicabilityScreen,
}));
const ApprovalScreen = lazy(async () => ({
  default: (await import("../features/approval/ApprovalScreen")).ApprovalScreen,
}));
const AuditsScreen = lazy(async () => ({ default: (await import("../features/audits/AuditsScreen")).AuditsScreen }));
const ClaimsScreen = lazy(async () => ({ default: (await import("../features/claims/ClaimsScreen")).ClaimsScreen }));
const ClausesScreen = lazy(async () => ({
  default: (await import("../features/clauses/ClausesScreen")).ClausesScreen,
}));
const CompareScreen = lazy(async () => ({
  default: (await import("../features/comparing/CompareScreen")).CompareScreen,
}));
const DocumentsScreen = lazy(async () => ({
  default: (await import("../features/documents/DocumentsScreen")).DocumentsScreen,
}));
const HistoryScreen = lazy(async () => ({
  default: (await import("../features/history/HistoryScreen")).HistoryScreen,
}));
const IntegrityScreen = lazy(async () => ({
  default: (await import("../features/integrity/IntegrityScreen")).IntegrityScreen,
}));
const RecordsScreen = lazy(async () => ({
  default: (await import("../features/records/RecordsScreen")).RecordsScreen,
}));
const ReviewsScreen = lazy(async () => ({
  default: (await import("../features/reviews/ReviewsScreen")).ReviewsScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import("../features/settings/SettingsScreen")).SettingsScreen,
}));
const MapDialog = lazy(async () => ({ default: (await import("../features/mapping/MapDialog")).MapDialog }));
const FilingSheet = lazy(async () => ({ default: (await import("../features/filing/FilingSheet")).FilingSheet }));
const ImportSheet = lazy(async () => ({ default: (await import("../features/importing/ImportSheet")).ImportSheet }));
const ReviewDialog = lazy(async () => ({ default: (await import("../features/reviews/ReviewDialog")).ReviewDialog }));
const WhoDialog = lazy(async () => ({ default: (await import("../features/settings/WhoDialog")).WhoDialog }));

/** Read when its key is half pressed: what is typed right behind it must not get lost. */
export const readPalette = () => import("./Palette");
const Palette = lazy(async () => ({ default: (await readPalette()).Palette }));
const KeysDialog = lazy(async () => ({ default: (await import("./KeysDialog")).KeysDialog }));

const PAGES: Record<Screen, () => ReactNode> = {
  today: () => <TodayScreen />,
  documents: () => <Items kind="document" register={<DocumentsScreen />} />,
  records: () => <Items kind="record" register={<RecordsScreen />} />,
  clauses: () => <ClausesScreen />,
  reviews: () => <ReviewsScreen />,
  audits: () => <AuditsScreen />,
  integrity: () => <IntegrityScreen />,
  settings: () => <Settings />,
};

/** The settings, what applies in one system, or what may be claimed of it. */
function Settings() {
  const { applicability, claims } = usePlace().params;
  if (applicability) return <ApplicabilityScreen key={applicability} code={applicability} />;
  if (claims) return <ClaimsScreen key={claims} code={claims} />;
  return <SettingsScreen />;
}

/** A register, the history of one of its things, the approval of one of its revisions, or two revisions of a document. */
function Items({ kind, register }: { kind: "document" | "record"; register: ReactNode }) {
  const { history, approval, rev, compare } = usePlace().params;
  if (kind === "document" && compare) return <CompareScreen key={compare} code={compare} />;
  if (approval && kind === "document") return <ApprovalScreen key={`${approval} ${rev}`} code={approval} label={rev} />;
  return history ? <HistoryScreen key={history} kind={kind} code={history} /> : register;
}

export function Page({ screen }: { screen: Screen }) {
  return <Suspense fallback={null}>{PAGES[screen]()}</Suspense>;
}

export function Sheets() {
  const shared = useWorkspace();
  const open: [string, ReactNode][] = [
    ["filing", shared.filing && <FilingSheet paths={shared.filing} />],
    ["importing", shared.importing && <ImportSheet paths={shared.importing} />],
    ["review", shared.review && <ReviewDialog wish={shared.review} />],
    ["mapping", shared.mapping && <MapDialog codes={shared.mapping} to={shared.mappingTo} />],
    ["who", shared.who && <WhoDialog wish={shared.who} />],
    ["palette", shared.palette && <Palette />],
    ["keys", shared.keys && <KeysDialog />],
  ];
  // Each by itself: what is open stays in view while another is read.
  return open.map(([name, sheet]) => (
    <Suspense key={name} fallback={null}>
      {sheet}
    </Suspense>
  ));
}
