#!/usr/bin/env python3
"""Typesets the samples: every samples/NAME/source/report.src into NAME.txt and NAME.pdf.

The manuscript is the source of truth. One line is one paragraph; its first sign says what it is:
  @key value            title, subtitle, publisher, date, head (running head), engine (chromium|libreoffice), look
  # … #####             headings, printed with the numbers they are written with
  □ ○ - * ※ ⇒           list lines; any other line is a paragraph
  !table LABEL | UNIT   rows follow, cells parted by |, up to a blank line; the first row is the head
  !figure LABEL         rows `name | number` follow: a bar chart; the label is printed below
  !box TITLE … !end     a framed box        !source …  a source line      !page  a new page
  !toc                  contents with page numbers (found in a first pass)
  !line …               a centred line      !grid   a table without head (press release box)
In a line: **bold**, ^[a footnote], ^[=3] points once more to note 3.
"""
import base64, html, os, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SANS, SERIF = "Noto Sans CJK KR", "Noto Serif CJK KR"
LIST = {"□": 1, "○": 2, "-": 3, "*": 4, "※": 4, "⇒": 2, "·": 4}


def parse(path):
    meta, items, stack = {}, [], []
    lines = open(path, encoding="utf-8").read().split("\n")
    i = 0
    while i < len(lines):
        line = lines[i].rstrip(); i += 1
        if not line:
            continue
        if m := re.match(r"@(\w+) (.*)", line):
            meta[m[1]] = m[2]
        elif m := re.match(r"(#{1,5}) (.*)", line):
            items.append(("h", len(m[1]), m[2]))
        elif m := re.match(r"!(table|figure|grid) ?(.*)", line):
            rows = []
            while i < len(lines) and lines[i].strip():
                rows.append([c.strip() for c in lines[i].split("|")]); i += 1
            items.append((m[1], m[2], rows))
        elif m := re.match(r"!(box|end|source|page|toc|line) ?(.*)", line):
            items.append((m[1], m[2]))
        elif line[0] in LIST and line[1:2] == " ":
            items.append(("li", line[0], line[2:]))
        elif line[:3] == "** " :
            items.append(("li", "**", line[3:]))
        else:
            items.append(("p", line))
    return meta, items


def inline(text, note, bold, esc, again):
    """Parts text into plain stretches, **bold** and ^[notes]; notes may hold no brackets of their own."""
    out = []
    for part in re.split(r"(\^\[[^\]]*\]|\*\*(?! )[^*]+\*\*)", text):
        if part.startswith("^[="):
            out.append(again(part[3:-1]))
        elif part.startswith("^["):
            out.append(note(part[2:-1]))
        elif part.startswith("**") and len(part) > 4:
            out.append(bold(esc(part[2:-2])))
        else:
            out.append(esc(part))
    return "".join(out)


def chart(rows):
    """A bar chart as SVG."""
    top = max(float(v) for _, v in rows)
    step, w = 92, 92 * len(rows) + 20
    bars = "".join(
        f'<rect x="{20 + k * step}" y="{150 - 120 * float(v) / top:.1f}" width="48" height="{120 * float(v) / top:.1f}" fill="#3b6ea5"/>'
        f'<text x="{44 + k * step}" y="{144 - 120 * float(v) / top:.1f}" font-size="11" text-anchor="middle" font-family="{SANS}">{v}</text>'
        f'<text x="{44 + k * step}" y="168" font-size="11" text-anchor="middle" font-family="{SANS}">{html.escape(n)}</text>'
        for k, (n, v) in enumerate(rows))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="180" viewBox="0 0 {w} 180">'
            f'<line x1="10" y1="150" x2="{w - 10}" y2="150" stroke="#333"/>{bars}</svg>')


def caption_and_unit(head):
    label, _, unit = head.partition(" | ")
    return label, unit


def as_text(meta, items):
    """The plain text form: a line a paragraph, table cells parted by tabs, notes before the next highest heading."""
    out, notes, count = [], [], 0

    def note(body):
        nonlocal count
        count += 1
        notes.append(f"{count}) {body}")
        return f"{count})"

    def run(text):
        return inline(text, note, lambda t: t, lambda t: t, lambda n: f"{n})")

    def flush():
        if notes:
            out.append(""); out.extend(notes); out.append(""); notes.clear()

    for key in ("publisher", "title", "subtitle", "date"):
        if key in meta and meta.get("look") != "press":
            out.append(meta[key])
    if meta.get("look") != "press":
        out.append("")
    for item in items:
        kind = item[0]
        if kind == "h":
            if item[1] == 1:
                flush()
            out.extend(["", run(item[2])])
        elif kind == "li":
            out.append("   " * (LIST.get(item[1], 4) - 1) + item[1] + " " + run(item[2]))
        elif kind == "table":
            label, unit = caption_and_unit(item[1])
            out.extend(["", label] + ([f"({unit})"] if unit else []))
            out.extend("\t".join(run(c) for c in row) for row in item[2])
        elif kind == "grid":
            out.extend("\t".join(run(c) for c in row) for row in item[2])
        elif kind == "figure":
            out.extend(["", *("\t".join(r) for r in item[2]), run(item[1])])
        elif kind in ("box", "line"):
            out.extend(["", run(item[1])])
        elif kind in ("source", "p"):
            out.append(run(item[1]))
        elif kind == "page":
            out.append("")
    flush()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip() + "\n"


CSS = """
@page { size: A4; margin: 24mm 21mm 22mm 21mm;
  @top-right { content: "HEAD"; font: 8pt 'Noto Sans CJK KR'; color: #555; }
  @bottom-center { content: "- " counter(page) " -"; font: 9pt 'Noto Sans CJK KR'; } }
@page :first { @top-right { content: none; } @bottom-center { content: none; } }
body { font: 11.5pt/1.65 'Noto Serif CJK KR'; margin: 0; word-break: break-all; }
.cover { text-align: center; height: 236mm; overflow: hidden; break-after: page; }
.cover .t { border: 2.5pt double #1d3b6f; background: #eef3fa; font: 700 22pt/1.4 'Noto Sans CJK KR'; margin: 42mm 4mm 8mm; padding: 9mm 4mm; word-break: keep-all; }
.cover .s { font: 14pt 'Noto Sans CJK KR'; } .cover .d { font: 700 16pt 'Noto Sans CJK KR'; margin-top: 70mm; }
.cover .p { font: 700 20pt 'Noto Sans CJK KR'; margin-top: 28mm; }
h1 { font: 700 16pt 'Noto Sans CJK KR'; background: #1d3b6f; color: #fff; padding: 2mm 4mm; margin: 8mm 0 5mm; }
h2 { font: 700 14pt 'Noto Sans CJK KR'; border-bottom: 1.2pt solid #1d3b6f; margin: 6mm 0 3mm; }
h3 { font: 700 12.5pt 'Noto Sans CJK KR'; margin: 5mm 0 2mm; } h4 { font: 700 12pt 'Noto Sans CJK KR'; margin: 4mm 0 1mm; }
h1,h2,h3,h4,.c,.u { break-after: avoid; }
.l1,.l2,.l3,.l4 { text-indent: -1.4em; margin: 1.4mm 0; } .l1 { margin-left: 1.4em; font-weight: 700; } .l2 { margin-left: 2.4em; }
.l3 { margin-left: 3.6em; } .l4 { margin-left: 4.6em; font: 9.5pt/1.5 'Noto Sans CJK KR'; }
table { border-collapse: collapse; width: 100%; font: 9.5pt/1.45 'Noto Sans CJK KR'; margin: 1mm 0 4mm; break-inside: avoid; }
td,th { border: .6pt solid #444; padding: 1mm 2mm; text-align: center; word-break: keep-all; } th { background: #dde6f2; } table.x td:last-child { text-align: left; }
.c { text-align: center; font: 700 10.5pt 'Noto Sans CJK KR'; margin-top: 4mm; } .u { text-align: right; font: 8.5pt 'Noto Sans CJK KR'; }
.src { font: 8.5pt 'Noto Sans CJK KR'; margin: -2mm 0 4mm; } .fig { text-align: center; margin-top: 4mm; break-inside: avoid; }
.box { border: 1pt solid #1d3b6f; padding: 2mm 4mm 3mm; margin: 5mm 0; } .bt { font: 700 11.5pt 'Noto Sans CJK KR'; background: #dde6f2; margin: -2mm -4mm 2mm; padding: 1mm 4mm; }
.toc { display: flex; white-space: nowrap; justify-content: space-between; font: 12pt/2 'Noto Sans CJK KR'; } .line { text-align: center; font: 700 15pt/1.5 'Noto Sans CJK KR'; margin: 3mm 0; word-break: keep-all; }
.tag { border: .8pt solid #1d3b6f; border-radius: 2pt; font: 700 9pt 'Noto Sans CJK KR'; padding: 0 1.2mm; color: #1d3b6f; }
p { text-indent: 1em; margin: 2mm 0; text-align: justify; }
"""


def as_html(meta, items, pages):
    def run(text):
        return inline(text, lambda n: "", lambda t: f"<b>{t}</b>", html.escape, lambda n: "")

    out = [f"<!doctype html><html lang=ko><meta charset=utf-8><title>{html.escape(meta['title'])}</title><style>"
           + CSS.replace("HEAD", meta.get("head", "")) + "</style>"]
    if meta.get("look") != "press":
        out.append(f"<div class=cover><div class=t>{html.escape(meta['title'])}</div><div class=s>{html.escape(meta.get('subtitle', ''))}</div>"
                   f"<div class=d>{html.escape(meta.get('date', ''))}</div><div class=p>{html.escape(meta['publisher'])}</div></div>")
    for item in items:
        kind = item[0]
        if kind == "h":
            out.append(f"<h{item[1]}>{run(item[2])}</h{item[1]}>")
        elif kind == "li":
            tagged = re.sub(r" (신규|강화)(?= \(|$)", r" <span class=tag>\1</span>", run(item[2]))
            out.append(f"<div class=l{LIST.get(item[1], 4)}>{item[1]} {tagged}</div>")
        elif kind in ("table", "grid"):
            label, unit = caption_and_unit(item[1])
            if label:
                out.append(f"<div class=c>{run(label)}</div>")
            if unit:
                out.append(f"<div class=u>({html.escape(unit)})</div>")
            rows = item[2]
            head = "" if kind == "grid" else "<tr>" + "".join(f"<th>{run(c)}</th>" for c in rows[0]) + "</tr>"
            body = rows if kind == "grid" else rows[1:]
            out.append("<table>" + head + "".join("<tr>" + "".join(f"<td>{run(c)}</td>" for c in r) + "</tr>" for r in body) + "</table>")
        elif kind == "figure":
            out.append(f"<div class=fig>{chart(item[2])}</div><div class=c>{run(item[1])}</div>")
        elif kind == "box":
            out.append(f"<div class=box><div class=bt>{run(item[1])}</div>")
        elif kind == "end":
            out.append("</div>")
        elif kind == "source":
            out.append(f"<div class=src>{run(item[1])}</div>")
        elif kind == "line":
            out.append(f"<div class=line>{run(item[1])}</div>")
        elif kind == "page":
            out.append("<div style='break-after:page'></div>")
        elif kind == "toc":
            out.append("<div class=line>목 차</div>")
            out.extend(f"<div class=toc><span>{html.escape(t)} {'·' * int(max(6, 64 - 1.9 * width(t)))}</span><span>{n}</span></div>" for t, n in contents(items, pages))
            out.append("<div style='break-after:page'></div>")
        else:
            out.append(f"<p>{run(item[1])}</p>")
    return "".join(out)


def width(text):
    return sum(1 if ord(c) > 0x2000 else .5 for c in text)


def plain(text):
    return re.sub(r"\^\[[^\]]*\]|\*\*", "", text)


def contents(items, pages):
    return [(plain(i[2]), pages.get(plain(i[2]), 0)) for i in items if i[0] == "h" and i[1] <= 2]


def style(name, text, para="", font=SERIF, size=10.5, bold=False, parent=""):
    return (f'<style:style style:name="{name}" style:family="paragraph"{parent}><style:paragraph-properties {para}/>'
            f'<style:text-properties style:font-name="{font}" style:font-name-asian="{font}" fo:font-size="{size}pt" style:font-size-asian="{size}pt"'
            + (' fo:font-weight="bold" style:font-weight-asian="bold"' if bold else "") + f' {text}/></style:style>')


def as_fodt(meta, items, pages):
    NS = "urn:oasis:names:tc:opendocument:xmlns:"
    names = {p: NS + v for p, v in {"office": "office:1.0", "style": "style:1.0", "text": "text:1.0", "table": "table:1.0", "draw": "drawing:1.0",
             "fo": "xsl-fo-compatible:1.0", "svg": "svg-compatible:1.0"}.items()}
    count = [0]

    def note(body):
        count[0] += 1
        return (f'<text:note text:id="f{count[0]}" text:note-class="footnote"><text:note-citation>{count[0]}</text:note-citation>'
                f'<text:note-body><text:p text:style-name="Footnote">{html.escape(body)}</text:p></text:note-body></text:note>')

    def run(text):
        return inline(text, note, lambda t: f'<text:span text:style-name="B">{t}</text:span>', html.escape,
                      lambda n: f'<text:span text:style-name="Sup">{n})</text:span>')

    def p(name, inner):
        return f'<text:p text:style-name="{name}">{inner}</text:p>'

    body = []
    for name, key in (("CoverP", "publisher"), ("CoverT", "title"), ("CoverS", "subtitle"), ("CoverD", "date")):
        if key in meta:
            body.append(p(name, html.escape(meta[key])))
    body.append(p("Break", ""))
    tables = [0]
    for item in items:
        kind = item[0]
        if kind == "h":
            body.append(f'<text:h text:style-name="H{item[1]}" text:outline-level="{item[1]}">{run(item[2])}</text:h>')
        elif kind == "li":
            body.append(p(f"L{LIST.get(item[1], 4)}", item[1] + " " + run(item[2])))
        elif kind in ("table", "grid", "box"):
            if kind == "box":
                body.append(p("BoxT", run(item[1]))); continue
            label, unit = caption_and_unit(item[1]); tables[0] += 1
            if label:
                body.append(p("Cap", run(label)))
            if unit:
                body.append(p("Unit", f"({html.escape(unit)})"))
            cols = len(item[2][0])
            body.append(f'<table:table table:name="T{tables[0]}" table:style-name="T"><table:table-column table:style-name="Col{cols}" table:number-columns-repeated="{cols}"/>'
                        + "".join("<table:table-row>" + "".join(f'<table:table-cell table:style-name="{"TH" if r == 0 else "TC"}" office:value-type="string">{p("CellH" if r == 0 else "Cell", run(c))}</table:table-cell>' for c in row)
                                  + "</table:table-row>" for r, row in enumerate(item[2])) + "</table:table>")
        elif kind == "figure":
            data = base64.b64encode(chart(item[2]).encode()).decode()
            body.append(p("Fig", f'<draw:frame text:anchor-type="as-char" svg:width="13cm" svg:height="5cm"><draw:image><office:binary-data>{data}</office:binary-data></draw:image></draw:frame>'))
            body.append(p("Cap2", run(item[1])))
        elif kind == "source":
            body.append(p("Src", run(item[1])))
        elif kind == "line":
            body.append(p("CoverS", run(item[1])))
        elif kind == "page":
            body.append(p("Break", ""))
        elif kind == "toc":
            body.append(p("TocT", "목 차"))
            body.extend(p("Toc", html.escape(t) + "<text:tab/>" + str(n)) for t, n in contents(items, pages))
            body.append(p("Break", ""))
        elif kind == "p":
            body.append(p("Body", run(item[1])))
    bd, head = "0.5pt solid #444444", html.escape(meta.get("head", ""))
    margins = lambda left, first: f'fo:margin-left="{left}cm" fo:text-indent="{first}cm" fo:margin-top="0.08cm" fo:margin-bottom="0.08cm" fo:line-height="155%" fo:text-align="justify"'
    keep = 'fo:keep-with-next="always"'
    styles = "".join([
        style("Body", "", margins(0, .4)), style("CoverP", "", 'fo:margin-top="2cm" fo:text-align="start" fo:padding-bottom="0.2cm" fo:border-bottom="1.5pt solid #7a1f2b"', SANS, 13, True),
        style("CoverT", "", 'fo:margin-top="5cm" fo:text-align="start"', SANS, 24, True), style("CoverS", "", 'fo:margin-top="0.6cm" fo:text-align="start"', SANS, 14),
        style("CoverD", "", 'fo:margin-top="9cm" fo:text-align="start"', SANS, 12), style("Break", "", 'fo:break-after="page"', SANS, 6),
        style("H1", 'fo:color="#7a1f2b"', f'fo:margin-top="0.7cm" fo:margin-bottom="0.4cm" fo:border-bottom="1pt solid #7a1f2b" {keep}', SANS, 17, True),
        style("H2", "", f'fo:margin-top="0.6cm" fo:margin-bottom="0.3cm" {keep}', SANS, 14, True), style("H3", "", f'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" {keep}', SANS, 12, True),
        style("H4", "", f'fo:margin-top="0.4cm" fo:margin-bottom="0.1cm" {keep}', SANS, 11, True),
        style("H5", "", f'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" {keep}', SERIF, 10.5, True),
        style("L1", "", margins(.5, -.5), SERIF, 10.5, True), style("L2", "", margins(1, -.5)), style("L3", "", margins(1.5, -.4)), style("L4", "", margins(1.9, -.4), SANS, 9),
        style("Cap", "", f'fo:margin-top="0.4cm" fo:text-align="center" {keep}', SANS, 10, True), style("Cap2", "", 'fo:text-align="center" fo:margin-bottom="0.1cm" fo:keep-with-next="always"', SANS, 10, True),
        style("Unit", "", f'fo:text-align="end" {keep}', SANS, 8.5), style("Cell", "", 'fo:text-align="center"', SANS, 9), style("CellH", "", 'fo:text-align="center"', SANS, 9, True),
        style("Src", "", 'fo:margin-top="0.05cm" fo:margin-bottom="0.4cm"', SANS, 8.5), style("Fig", "", f'fo:text-align="center" fo:margin-top="0.4cm" {keep}'),
        style("BoxT", "", f'fo:margin-top="0.5cm" fo:background-color="#f3e6e8" fo:padding="0.1cm" fo:border="0.6pt solid #7a1f2b" {keep}', SANS, 11, True),
        style("TocT", "", 'fo:text-align="center" fo:margin-bottom="0.6cm"', SANS, 16, True),
        '<style:style style:name="Toc" style:family="paragraph"><style:paragraph-properties fo:line-height="180%"><style:tab-stops><style:tab-stop style:position="15.8cm" style:type="right" style:leader-style="dotted" style:leader-text="·"/></style:tab-stops></style:paragraph-properties>'
        f'<style:text-properties style:font-name="{SANS}" style:font-name-asian="{SANS}" fo:font-size="11pt" style:font-size-asian="11pt"/></style:style>',
        style("Footnote", "", 'fo:margin-left="0.5cm" fo:text-indent="-0.5cm"', SERIF, 8.5), style("HF", "", 'fo:text-align="end" fo:border-bottom="0.5pt solid #888888"', SANS, 8.5), style("PF", "", 'fo:text-align="center"', SANS, 9),
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>',
        '<style:style style:name="Sup" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'])
    auto = ("".join(f'<style:style style:name="Col{n}" style:family="table-column"><style:table-column-properties style:column-width="{15.8 / n:.2f}cm"/></style:style>' for n in range(1, 10)) +
            f'<style:style style:name="T" style:family="table"><style:table-properties style:width="15.8cm" table:align="center"/></style:style>'
            f'<style:style style:name="TH" style:family="table-cell"><style:table-cell-properties fo:background-color="#f3e6e8" fo:border="{bd}" fo:padding="0.1cm"/></style:style>'
            f'<style:style style:name="TC" style:family="table-cell"><style:table-cell-properties fo:border="{bd}" fo:padding="0.1cm"/></style:style>'
            '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.8cm" fo:margin-bottom="1.6cm" fo:margin-left="2.6cm" fo:margin-right="2.6cm">'
            '<style:footnote-sep style:width="0.018cm" style:rel-width="30%" style:color="#000000" style:distance-before-sep="0.2cm" style:distance-after-sep="0.15cm"/></style:page-layout-properties>'
            '<style:header-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>')
    master = (f'<style:master-page style:name="Standard" style:page-layout-name="A4"><style:header>{p("HF", head)}</style:header><style:header-first>{p("PF", "")}</style:header-first>'
              f'<style:footer>{p("PF", "<text:page-number text:select-page=" + chr(34) + "current" + chr(34) + "/>")}</style:footer><style:footer-first>{p("PF", "")}</style:footer-first></style:master-page>')
    attrs = " ".join(f'xmlns:{k}="{v}"' for k, v in names.items())
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {attrs} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
            f'<office:meta><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">{html.escape(meta["title"])}</dc:title></office:meta>'
            f'<office:font-face-decls><style:font-face style:name="{SANS}" svg:font-family="\'{SANS}\'"/><style:font-face style:name="{SERIF}" svg:font-family="\'{SERIF}\'"/></office:font-face-decls>'
            f'<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:text-autospace="none"/><style:text-properties fo:language="ko" fo:country="KR" style:language-asian="ko" style:country-asian="KR"/></style:default-style>{styles}<text:notes-configuration text:note-class="footnote" style:num-suffix=")" style:num-format="1" text:start-numbering-at="document"/></office:styles>'
            f'<office:automatic-styles>{auto}</office:automatic-styles><office:master-styles>{master}</office:master-styles>'
            f'<office:body><office:text>{"".join(body)}</office:text></office:body></office:document>')


def typeset(meta, items, pages, pdf):
    with tempfile.TemporaryDirectory() as tmp:
        libre = meta["engine"] == "libreoffice"
        stem = os.path.splitext(os.path.basename(pdf))[0]
        source = os.path.join(tmp, stem + (".fodt" if libre else ".html"))
        with open(source, "w", encoding="utf-8") as f:
            f.write((as_fodt if libre else as_html)(meta, items, pages))
        if libre:
            cmd = ["soffice", "-env:UserInstallation=file://" + tmp + "/profile", "--headless", "--convert-to", "pdf", "--outdir", os.path.dirname(pdf), source]
        else:
            cmd = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=" + tmp + "/profile", "--print-to-pdf=" + pdf, "file://" + source]
        subprocess.run(cmd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240)


def find_pages(items, pdf):
    """On which page each heading stands; the last page that holds it, since contents repeat it before."""
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True).stdout.decode().split("\f")
    fold = lambda s: re.sub(r"\s", "", s)
    text = [fold(t) for t in text]
    return {t: max((n for n, page in enumerate(text, 1) if fold(t) in page), default=0) for t, _ in contents(items, {})}


def main(names):
    for name in sorted(os.listdir(HERE)):
        source = os.path.join(HERE, name, "source", "report.src")
        if not os.path.exists(source) or (names and name not in names):
            continue
        meta, items = parse(source)
        with open(os.path.join(HERE, name, name + ".txt"), "w", encoding="utf-8") as f:
            f.write(as_text(meta, items))
        pdf = os.path.join(HERE, name, name + ".pdf")
        typeset(meta, items, {}, pdf)
        if any(i[0] == "toc" for i in items):
            typeset(meta, items, find_pages(items, pdf), pdf)
        print(name, os.path.getsize(pdf))


main(sys.argv[1:])
