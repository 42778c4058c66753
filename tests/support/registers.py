#!/usr/bin/env python3
"""Registers as different people keep them, with what a reader must make of them: `registers.py PROGRAM [NAME…]`.
Each is made in a temporary folder and looked at by `import --show-columns`. Needs openpyxl, xlwt, odfpy, python-docx."""
import datetime as dt
import json
import pathlib
import subprocess
import sys
import tempfile

REGISTERS = {}


def register(list_="master_list", files=(), rows=None, words=None, left=None, notes=None, **columns):
    """Declares a register: what its columns mean by letter, how many rows are read, what its words mean."""
    def keep(make):
        REGISTERS[make.__name__] = (make, list_, files, rows, words or {}, columns)
        return make
    return keep


def book():
    import openpyxl
    return openpyxl.Workbook()


def strike(sheet, row):
    from openpyxl.styles import Font
    for cell in sheet[row]:
        cell.font = Font(strike=True)


@register(rows=6, words={"status": {"gültig": "effective", "in Überarbeitung": "draft", "ungültig": "withdrawn"}, "kind": {"VA": "procedure", "AA": "instruction", "HB": "manual"}},
          A="not_used", B="number", C="title", D="kind", E="version", F="owner", G="approved_on", H="next_review", I="clauses", J="status", K="not_used")
def lenkungsliste_mit_titelblock(at):
    b = book(); s = b.active; s.title = "Lenkungsliste"
    s["A1"] = "Musterwerk GmbH"; s.merge_cells("A1:K1"); s["A2"] = "Lenkungsliste der Vorgabedokumente"; s.merge_cells("A2:K2")
    s["A3"] = "Stand: 03.11.2026"; s["J3"] = "FB-QM-002 Rev. 4"
    s.append([]); s.append(["lfd. Nr.", "Dok.-Nr.", "Benennung", "Art", "Rev.-Stand", "Verantw.", "gültig ab", "nächste Prüfung", "Normbezug", "Status", "Bemerkung"])
    rows = [["Handbuch"], [1, "HB-01", "Managementhandbuch", "HB", "C", "QMB", "01.02.2025", "01.02.2027", "ISO 9001:2015 Kap. 4.4; 27001 4.4", "gültig", ""],
            ["Verfahren"], [2, "VA-01", "Lenkung von Dokumenten", "VA", "D", "QMB", "12.05.2025", "12.05.2027", "ISO 9001 Kap. 7.5; 27001 A.5.37", "gültig", "siehe SharePoint"],
            [3, "VA-02", "Interne Audits", "VA", "B", "QMB", "14.06.2024", "14.06.2026", "ISO 9001 9.2", "in Überarbeitung", ""],
            [4, "VA-03", "Beschaffung und Lieferanten", "VA", "A", "Einkauf", "14.06.2024", "14.06.2026", "9001 8.4", "ungültig", ""],
            ["Arbeitsanweisungen"], [5, "AA-10", "Prüfmittel kalibrieren", "AA", "2", "Werkstatt", "02.02.2026", "02.02.2028", "9001 7.1.5.2", "gültig", ""],
            [6, "AA-11", "Wareneingang prüfen", "AA", "1", "Werkstatt", "02.02.2026", "02.02.2028", "9001 8.6", "gültig", ""],
            [], ["Gesamt: 6 Dokumente"], [], [None, "Art", "Bedeutung"], [None, "VA", "Verfahrensanweisung"], [None, "AA", "Arbeitsanweisung"]]
    for r in rows:
        s.append(r)
        if len(r) == 1: s.merge_cells(start_row=s.max_row, start_column=1, end_row=s.max_row, end_column=11)
    b.save(at / "liste.xlsx"); return "liste.xlsx"


@register(rows=5, words={"status": {"En vigueur": "effective", "Obsolète": "withdrawn", "En cours de rédaction": "draft"}},
          A="number", B="title", C="kind", D="version", E="approved_on", F="owner", G="approver", H="not_used", I="distribution", J="retention", K="status")
def liste_maitresse(at):
    b = book(); s = b.active; s.title = "LISTE MAITRESSE"
    s["C2"] = "LISTE MAÎTRESSE DES INFORMATIONS DOCUMENTÉES"; s.merge_cells("C2:I2"); s["K2"] = "Indice : 12"
    for c, v in enumerate(["Réf.", "Intitulé du document", "Nature", "Indice", "Date d'application", "Pilote", "Approuvé par", "Vérifié par", "Destinataires", "Durée de conservation", "État"], 1): s.cell(5, c, v)
    for r in [["PR-QUA-01", "Maîtrise des informations documentées", "Procédure", "E", dt.date(2025, 3, 4), "Responsable qualité", "Directeur général", "Resp. SI", "Tous", "3 ans", "En vigueur"],
              ["PR-QUA-02", "Audits internes", "Procédure", "C", dt.date(2025, 3, 4), "Responsable qualité", "Directeur général", "Resp. SI", "Pilotes", "3 ans", "En vigueur"],
              ["MO-LOG-07", "Réception des marchandises", "Mode opératoire", "A", dt.date(2023, 10, 2), "Responsable logistique", "Responsable qualité", "Resp. SI", "Magasin", "5 ans", "Obsolète"],
              ["FO-RH-03", "Fiche de poste", "Formulaire", "B", dt.date(2024, 1, 15), "DRH", "Directeur général", "Resp. SI", "RH", "10 ans", "En vigueur"],
              ["PO-SI-01", "Politique de sécurité de l'information", "Politique", "A", None, "RSSI", "Directeur général", "", "Tous", "3 ans", "En cours de rédaction"]]: s.append(r)
    b.save(at / "maitresse.xlsx"); return "maitresse.xlsx"


@register(rows=4, A="number", B="title", C="version", D="approved_on", E="next_review", F="owner", G="clauses 9001", H="clauses 20000-1", I="clauses 27001:2022", J="location")
def lista_maestra_csv(at):
    (at / "lista.csv").write_bytes("\r\n".join([
        "Lista maestra de información documentada;;;;;;;;;",
        "Código;Nombre del documento;Nº Revisión;Fecha de vigencia;Próxima revisión;Responsable;ISO 9001;ISO/IEC 20000-1;ISO 27001:2022;Ubicación",
        "PG-01;Control de la información documentada;03;15/01/2026;15/01/2027;Coordinador de Calidad;7.5;7.5;7.5;Calidad\\PG-01.docx",
        "PG-02;Auditoría interna;02;28/02/2025;28/02/2027;Coordinador de Calidad;9.2;9.2;9.2;Calidad\\PG-02.docx",
        "IT-05;Respaldo de información;01;05/06/2025;05/06/2026;Jefe de TI;;8.7.2;A.8.13;TI\\IT-05.docx",
        "PO-01;Política de calidad;05;20/03/2026;20/03/2028;Gerente General;5.2;;;Calidad\\PO-01.pdf"]).encode("cp1252")); return "lista.csv"


@register(rows=5, A="number", B="title", C="owner", D="clause 9001 7.5", E="clause 9001 8.4", F="clause 9001 9.2", G="clause 27001 A.5.1", H="clause 27001 A.5.19", I="next_review")
def matrix_of_signs(at):
    b = book(); s = b.active
    s.append(["Doc ID", "Document name", "Process owner", "ISO 9001", None, None, "ISO/IEC 27001", None, "Review due"]); s.append([None, None, None, "7.5", "8.4", "9.2", "A.5.1", "A.5.19", None])
    for m in ("A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:H1", "I1:I2"): s.merge_cells(m)
    for n, t, o, *x in [("P-1", "Document control", "Q. Manager", "x", None, None, None, None, "2027-01"), ("P-2", "Purchasing", "Buyer", None, "x", None, None, "X", "2027-05"), ("P-3", "Internal audit", "Q. Manager", None, None, "✓", None, None, "May 2027"),
                        ("P-4", "Information security policy", "CISO", None, None, None, "x", None, "Q2 2027"), ("P-5", "Supplier security", "CISO", None, "-", None, None, "x", "06/2027")]: s.append([n, t, o, *x])
    b.save(at / "matrix.xlsx"); return "matrix.xlsx"


@register(rows=4, words={"status": {"🟢 grün": None, "rot": None}}, files=("Onboarding.docx", "Access reviews.docx", "Backup.pdf", "Logging.docx"), A="title", B="owner", C="location", D="next_review", E="status", F="classification")
def startup_without_numbers(at):
    b = book(); s = b.active
    s.append(["Policy", "Owner", "File", "Next review date", "Status", "Confidentiality"])
    for i, (t, o, f) in enumerate([("Onboarding", "anna@example.com", "Onboarding"), ("Access reviews", "Ben K. <ben@example.com>", "Access reviews.docx"), ("Backup", "anna@example.com", "Backup"), ("Logging", "ben@example.com", "Logging")]):
        s.append([t, o, f, dt.datetime(2027, 3, 1 + i), "🟢 grün" if i % 2 else "rot", "internal"])
    b.save(at / "p.xlsx"); return "p.xlsx"


@register(rows=3, A="number", B="title", C="kind", D="version", E="next_review", F="owner")
def word_table(at):
    import docx
    d = docx.Document(); d.add_heading("Verzeichnis der Dokumente"); d.add_paragraph("Änderungen:"); t = d.add_table(2, 2); t.cell(0, 0).text = "Version"; t.cell(0, 1).text = "Datum"; t.cell(1, 0).text = "1.0"; t.cell(1, 1).text = "01.01.2026"
    d.add_paragraph("Dokumente:")
    rows = [["Kennung", "Titel", "Dokumentart", "Version", "Nächste Überprüfung", "Verantwortlich"], ["RL-01", "Informationssicherheitsleitlinie", "Leitlinie", "1.2", "31.03.2027", "ISB"], ["RL-02", "Passwortrichtlinie", "Richtlinie", "2.0", "31.03.2027", "ISB"], ["VA-07", "Notfallverfahren", "Verfahren", "1.0", "30.06.2027", "IT-Leitung"]]
    t = d.add_table(0, 6)
    for r in rows:
        for c, v in zip(t.add_row().cells, r): c.text = v
    d.save(at / "verzeichnis.docx"); return "verzeichnis.docx"


@register(rows=4, A="number", B="title", C="version", D="status", E="approved_on", F="location")
def old_excel(at):
    import xlwt
    b = xlwt.Workbook(); s = b.add_sheet("Index"); day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    s.write(0, 0, "ACME Ltd - Document Register"); s.write(1, 0, "Printed 12/11/2026")
    for c, v in enumerate(["Doc ref", "Title of document", "Issue no.", "Current status", "Date of issue", "Where stored"]): s.write(3, c, v)
    for r, (n, t, i, st) in enumerate([("QM-1", "Quality manual", 7, "Issued"), ("QP-2", "Calibration", 3, "Issued"), ("QP-3", "Training", 2, "Withdrawn"), ("WI-14", "Torque wrench", 1, "Draft")], 4):
        s.write(r, 0, n); s.write(r, 1, t); s.write(r, 2, i); s.write(r, 3, st); s.write(r, 4, dt.datetime(2025, 4, r), day); s.write(r, 5, f"S:\\QMS\\{n} {t}.doc")
    b.save(str(at / "index.xls")); return "index.xls"


@register(rows=4, A="number", B="title", C="interval", D="next_review", E="approver", F="clauses 27001 A", G="not_used")
def open_document(at):
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P
    d = OpenDocumentSpreadsheet(); t = Table(name="Politiques"); d.spreadsheet.addElement(t)
    for row in [["Référence", "Titre", "Périodicité", "Prochaine revue", "Validé par", "Annexe A", "Dernière revue"], ["POL-01", "Contrôle d'accès", "annuelle", "1er mars 2027", "DSI", "5.15; 5.18", "mars 2026"], ["POL-02", "Cryptographie", "tous les 2 ans", "15 juin 2027", "DSI", "8.24", "juin 2025"],
                ["POL-03", "Sauvegarde", "12 mois", "31 décembre 2026", "DSI", "8.13", "décembre 2025"], ["POL-04", "Journalisation", "6 mois", "avril 2027", "RSSI", "8.15", "octobre 2026"]]:
        r = TableRow(); t.addElement(r)
        for v in row:
            c = TableCell(valuetype="string"); c.addElement(P(text=v)); r.addElement(c)
    d.save(str(at / "politiques.ods")); return "politiques.ods"


@register(rows=6, A="number", B="title", C="version", D="owner")
def three_sheets_of_one_shape(at):
    b = book(); s = b.active; s.title = "Cover"; s["B3"] = "Document register"; s["B5"] = "Owner: QA"
    for name, p in (("Policies", "POL"), ("Procedures", "PRC"), ("Forms", "FRM")):
        s = b.create_sheet(name); s.append(["Number", "Name", "Revision", "Responsible"]); s.append([f"{p}-1", f"{name} first", "A", "Quality"]); s.append([f"{p}-2", f"{name} second", "B", "Quality"])
    s = b.create_sheet("Change log"); s.append(["Date", "Change"]); s.append(["2026-01-01", "first"]); b.save(at / "three.xlsx"); return "three.xlsx"


@register(rows=4, A="number", B="title", C="version", D="status", E="next_review", words={"status": {"承認済": "effective", "廃止": "withdrawn"}})
def japanese_shift_jis(at):
    (at / "ichiran.csv").write_bytes("文書番号,文書名,版,状態,次回見直し\r\nQP-01,文書管理規程,3,承認済,2027年5月19日\r\nQP-02,内部監査規程,2,承認済,令和9年3月\r\nQP-03,購買管理規程,1,廃止,\r\nQP-04,教育訓練規程,1,承認済,2027/06/01\r\n".encode("cp932")); return "ichiran.csv"


@register(rows=5, A="number", B="title", C="not_used", D="next_review", E="version")
def american_days_and_strange_names(at):
    b = book(); s = b.active
    s.append(["Ctrl #", "What it is called", "Room", "Must be looked at again", "Rev"])
    for r in [["SOP-001", "Receiving inspection", "B12", "12/31/2026", 1], ["SOP-002", "Complaint handling", "B12", "06/30/2027", 2], ["SOP-003", "Corrective action", "C01", "01/15/2027", 1], ["SOP-004", "Supplier audits", "C01", "04/05/2027", 4], ["SOP-005", "Training", "C02", "09/22/2027", 1]]: s.append(r)
    b.save(at / "us.xlsx"); return "us.xlsx"


@register(rows=3, A="number", B="title", C="version", D="status", E="location")
def tabs_utf16_without_mark(at):
    (at / "export.txt").write_bytes("Identifier\tDocument title\tVersion\tLifecycle state\tURL\r\nDMS-1001\tIncident response\t4.0\tReleased\thttps://dms.example.com/docs/incident%20response.docx\r\nDMS-1002\tChange enablement\t2.1\tReleased\thttps://dms.example.com/docs/change.docx\r\nDMS-1003\tOld phone list\t1.0\tObsolete\thttps://dms.example.com/docs/phones.docx\r\n".encode("utf-16-le")); return "export.txt"


@register(list_="evidence_index", files=("Auditbericht 2026-01.pdf", "Managementbewertung 2025.docx", "Lieferantenbewertung.xlsx"), rows=3, A="location", B="clauses", C="collected", D="valid_until", E="note", F="not_used")
def nachweisliste(at):
    b = book(); s = b.active
    s.append(["Nachweis", "Normkapitel", "Datum", "Gültig bis", "Bemerkungen", "Prüfer"])
    for r in [["Auditbericht 2026-01", "9001 9.2; 27001 9.2", "12.01.2026", "12.01.2027", "", "M. Beispiel"], ["Managementbewertung 2025.docx", "ISO 9001: 9.3 / ISO 20000-1: 9.3", "15.12.2025", "", "unterschrieben", ""], ["Lieferantenbewertung", "QMS 8.4", "03.03.2026", "03.03.2027", "", ""]]: s.append(r)
    b.save(at / "nachweise.xlsx"); return "nachweise.xlsx"


@register(list_="evidence_index", files=("a/log.csv", "a/report.pdf"), rows=2, A="location", B="clauses 20000-1", C="period_from", D="period_to")
def registro_de_evidencias(at):
    (at / "ev.csv").write_text("﻿Archivo|ISO 20000-1|Desde|Hasta\na/log.csv|8.6.1|01/01/2026|31/03/2026\na/report.pdf|9.3|2026-01-01|2026-06-30\n", encoding="utf-8"); return "ev.csv"


@register(rows=5, A="number", B="title", C="owner", D="version", E="status")
def struck_hidden_merged_and_formulas(at):
    b = book(); s = b.active; s.append(["Code", "Title", "Owner", "Version", "State"])
    for n in range(1, 6): s.append([f"D-{n}", f"Document {n}", "Quality" if n == 1 else None, n, "valid"])
    s.merge_cells("C2:C6"); s["B4"] = '="Doc"&"ument 3"'; strike(s, 5); s.row_dimensions[6].hidden = True; s.delete_rows(7)
    b.save(at / "marks.xlsx"); return "marks.xlsx"


def look(program, name):
    make, list_, files, rows, words, columns = REGISTERS[name]
    place = pathlib.Path(tempfile.mkdtemp())
    share = place / "share"; share.mkdir()
    for file in files or ("README.txt",):
        path = share / file; path.parent.mkdir(parents=True, exist_ok=True); path.write_text(file)
    file = place / make(place)
    run = lambda *args: subprocess.run([program, "--config", place / "c", "-w", place / "w", *map(str, args)], capture_output=True, text=True)
    run("init", place / "w", "--organisation", "T")
    done = run("import", share, "--" + list_.replace("_", "-"), file, "--show-columns", "--json")
    if done.returncode: return [done.stderr.strip()]
    found = json.loads(done.stdout)["lists"][0]
    wrong = [f"{c['letters']} “{c['name']}” is {c['meaning']} ({c['why']}), not {columns[c['letters']]}" for c in found["columns"] if c["letters"] in columns and c["meaning"] != columns[c["letters"]]]
    if rows is not None and found["rows"] != rows: wrong.append(f"{found['rows']} rows, not {rows}; left out {[(l['row'], l['why'], l['words']) for l in found['left_out']]}")
    known = {(of["under"], w["words"]): w["meaning"] for of in found["words"] for w in of["words"]}
    wrong += [f"{under} “{word}” is {known.get((under, word))}, not {meaning}" for under, of in words.items() for word, meaning in of.items() if known.get((under, word)) != meaning]
    form = place / "columns.txt"; form.write_text(json.loads(done.stdout)["form"])
    again = run("import", share, "--" + list_.replace("_", "-"), file, "--columns", form, "--json")
    if again.returncode: wrong.append("its own form is refused: " + again.stderr.strip())
    else:
        once = run("import", share, "--" + list_.replace("_", "-"), file, "--json")
        if once.returncode: wrong.append("the next one is refused: " + once.stderr.strip())
        elif not json.loads(once.stdout)["lists"][0]["remembered"]: wrong.append("its columns are not remembered")
    return wrong


if __name__ == "__main__":
    names = sys.argv[2:] or list(REGISTERS)
    bad = 0
    for name in names:
        wrong = look(str(pathlib.Path(sys.argv[1]).resolve()), name)
        bad += bool(wrong)
        print(f"{name}: {'as it must be' if not wrong else ''}", *wrong, sep="\n  " if wrong else "")
    print(f"{len(names) - bad} passed, {bad} failed")
    sys.exit(bool(bad))
