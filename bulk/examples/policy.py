"""Who gains nothing by working, at which hours, where the largest falls are, and what another rule changes: a page with
tables and three pictures, from a caseload of columns.

    pip install -r bulk/examples/requirements.txt
    python bulk/examples/caseload.py 35000 households.parquet
    python bulk/examples/policy.py households.parquet policy.html

The questions are SQL over what `rekenhulp` answers; `policy_spark.py` asks the first of them in Spark.
"""

import json
import sys
from html import escape
from pathlib import Path
from textwrap import dedent

import altair as alt
import duckdb
import rekenhulp
import vl_convert

SCENARIO = {"inkomensvrijlating.n_percentage": "50", "inkomensvrijlating.n_maximum": "400"}
THREADS = 2
LEGEND = alt.Legend(orient="top", labelFontSize=13)

# Every number of hours beside now: what net wage adds, and what of it is left. Who gains less than a twentieth of the
# extra wage gains nothing to speak of.
GAIN = """
    create or replace table {name}_gain as
    select h.id, h.uren::int as uren, h.netto_loon - m.nu_netto_loon as extra_loon,
        h.besteedbaar - m.nu_besteedbaar as winst, winst < 0.05 * extra_loon as houdt_niets
    from {name}_hours h join {name}_month m using (id) where h.uren > 0 and h.problemen is null
"""
SHARES = """
    select uren, round(100.0 * avg(houdt_niets::int), 1) as aandeel, round(median(winst)) as mediaan,
        round(quantile_cont(winst, 0.1)) as laagste_tiende, count(*) as huishoudens
    from {name}_gain where uren in (12, 20, 28) group by uren order by uren
"""
# What a line of the contract is called on the page, and why it makes her fall.
CAUSES = {
    "bijstand": ("bijstand", "loon boven de vrijlating gaat er helemaal af, en het recht op vakantiegeld ook"),
    "kinderopvang_kosten": ("kosten van opvang", "uren boven 230 per kind krijgen geen toeslag, en de prijs boven het maximum is voor haar"),
    "kinderopvangtoeslag": ("kinderopvangtoeslag", "bij een hoger inkomen wordt een kleiner deel vergoed"),
    "huurtoeslag": ("huurtoeslag", "bij een hoger inkomen wordt zij minder"),
    "kindgebonden_budget": ("kindgebonden budget", "bij een hoger inkomen wordt het minder"),
    "zorgtoeslag": ("zorgtoeslag", "bij een hoger inkomen wordt zij minder"),
    "reiskosten": ("reiskosten", "het eerste uur werk kost al een hele maand reizen"),
    "iack": ("IACK per maand", "zij hangt aan het inkomen van het jaar"),
}
BY_CARE = """
    select case when zorg > 0 then 'met opvang' else 'zonder opvang' end as groep, uren, count(*) as huishoudens,
        round(100.0 * avg(houdt_niets::int), 1) as aandeel
    from published_gain join care using (id) where uren in (12, 20, 28) group by all order by groep, uren
"""
FALLS = """
    select daling_oorzaak as oorzaak, count(*) as huishoudens, round(median(daling)) as mediaan,
        round(quantile_cont(daling, 0.9)) as hoogste_tiende, mode(daling_tot)::int as meestal_bij
    from {name}_summary where daling >= 25 group by 1 order by 2 desc
"""
CURVE = """
    select '{label}' as bedragen, uren, round(median(winst)) as mediaan,
        round(100.0 * avg(houdt_niets::int), 1) as aandeel from {name}_gain group by uren order by uren
"""


def answers(con, name, scenario):
    """The tables of one set of amounts."""
    ask = {"scenario": scenario, "threads": THREADS}
    households = con.table("households")
    lines = ["netto_loon", "besteedbaar"]
    for table, found in (
        ("hours", rekenhulp.hours(households, lijnen=lines, **ask)),
        ("month", rekenhulp.month(households, **ask)),
        ("summary", rekenhulp.summary(households, **ask)),
    ):
        con.register("found", found)
        con.execute(f"create or replace table {name}_{table} as from found")
        con.unregister("found")
    con.execute(GAIN.format(name=name))


def rows(con, query, **names):
    found = con.execute(query.format(**names))
    columns = [column[0] for column in found.description]
    return [dict(zip(columns, row)) for row in found.fetchall()]


def number(value):
    """As a Dutch reader writes it."""
    if value is None:
        return "-"
    if isinstance(value, str):
        return escape(value)
    text = f"{float(value):,.1f}" if float(value) % 1 else f"{int(value):,}"
    return text.translate(str.maketrans(",.", ".,"))


def named(rows):
    """The causes by the names of the page."""
    def of(row):
        name, why = CAUSES.get(row["oorzaak"], (row["oorzaak"], "-"))
        return {**row, "oorzaak": name, "waarom": why}
    return [of(row) for row in rows]


def table(caption, heads, rows):
    """Rows under their heads: of each the name of a column and what it says."""
    head = "".join(f"<th scope=col>{escape(says)}</th>" for says in heads.values())
    body = "".join(
        "<tr>" + "".join(f"<td>{number(row[name])}</td>" for name in heads) + "</tr>" for row in rows
    )
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def picture(chart, says):
    """A drawing that needs no program in the page, and what it shows in words."""
    chart = chart.properties(width=620, height=280).configure_axis(labelFontSize=12, titleFontSize=13)
    svg = vl_convert.vegalite_to_svg(chart.to_json())
    return f'<figure role="img" aria-label="{escape(says)}">{svg}<figcaption>{escape(says)}</figcaption></figure>'


def values(rows):
    """For the pictures, which draw floats: nothing is computed with them."""
    plain = [{k: v if isinstance(v, str) else float(v) for k, v in row.items()} for row in rows]
    return alt.Data(values=plain)


def curves(both, column, title):
    line = alt.Chart(values(both)).mark_line(strokeWidth=2.5)
    return line.encode(
        x=alt.X("uren:Q", title="uren werk per week"),
        y=alt.Y(f"{column}:Q", title=title),
        color=alt.Color("bedragen:N", title=None, legend=LEGEND, scale=alt.Scale(range=["#1b5e9b", "#c2570c"])),
        strokeDash=alt.StrokeDash("bedragen:N", title=None, legend=LEGEND),
    )


def falls_by_hours(con):
    found = rows(
        con,
        """select daling_oorzaak as oorzaak, daling_tot::int as uren, count(*) as huishoudens
        from published_summary where daling >= 25 group by all order by all""",
    )
    bars = alt.Chart(values([{**row, "oorzaak": it["oorzaak"]} for row, it in zip(found, named(found))])).mark_bar()
    return bars.encode(
        x=alt.X("uren:O", title="uren per week waar de grootste daling eindigt"),
        y=alt.Y("sum(huishoudens):Q", title="huishoudens"),
        color=alt.Color("oorzaak:N", title=None, legend=LEGEND),
    )


def page(con):
    published, tried = (rows(con, SHARES, name=name) for name in ("published", "tried"))
    both = [
        *rows(con, CURVE, name="published", label="bedragen van nu"),
        *rows(con, CURVE, name="tried", label="scenario"),
    ]
    shares = {"uren": "uren per week", "aandeel": "houdt bijna niets over (%)", "mediaan": "mediaan per maand (€)",
              "laagste_tiende": "laagste tiende, tot (€)", "huishoudens": "huishoudens"}
    falls = {"oorzaak": "wat het meest daalt", "huishoudens": "huishoudens", "mediaan": "daling, mediaan (€)",
             "hoogste_tiende": "hoogste tiende, vanaf (€)", "meestal_bij": "meestal bij (uren)", "waarom": "waardoor"}
    found = named(rows(con, FALLS, name="published"))
    care = {"groep": "groep", "uren": "uren per week", "aandeel": "houdt bijna niets over (%)",
            "huishoudens": "huishoudens"}
    at_20, tried_20 = (next(row for row in them if row["uren"] == 20) for them in (published, tried))
    count, refused = con.execute(
        "select count(*), count(problemen) from published_summary"
    ).fetchone()
    return PAGE.format(
        count=number(count),
        refused=number(refused),
        version=rekenhulp.__version__,
        scenario=escape(json.dumps(SCENARIO)),
        at_20=number(at_20["aandeel"]),
        tried_20=number(tried_20["aandeel"]),
        first_cause=found[0]["oorzaak"],
        first_share=number(round(100 * found[0]["huishoudens"] / sum(row["huishoudens"] for row in found))),
        shares=table("Wie houdt van het extra loon minder dan 5% over?", shares, published),
        care=table("Hetzelfde, met en zonder kosten van kinderopvang", care, rows(con, BY_CARE)),
        curve=picture(
            curves(both, "mediaan", "euro per maand meer dan nu (mediaan)"),
            "Wat een huishouden in het midden per maand meer overhoudt dan nu, bij elk aantal uren.",
        ),
        nothing=picture(
            curves(both, "aandeel", "% van de huishoudens"),
            "Welk deel van de huishoudens minder dan 5% van het extra loon overhoudt, bij elk aantal uren.",
        ),
        falls=table("De grootste daling van elk huishouden (vanaf 25 euro per maand)", falls, found),
        where=picture(
            falls_by_hours(con),
            "Bij hoeveel uren de grootste daling van een huishouden eindigt, en welk bedrag daar het meest daalt.",
        ),
        tried=table("Met het scenario: wie houdt minder dan 5% over?", shares, tried),
    )


PAGE = dedent("""\
    <!doctype html>
    <html lang="nl">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Loont werken? Een verzonnen bestand van {count} huishoudens</title>
    <style>
      body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }}
      table {{ border-collapse: collapse; width: 100%; margin: 1.5rem 0 }}
      caption {{ text-align: left; font-weight: 600; padding-bottom: .4rem }}
      th, td {{ border-bottom: 1px solid #bbb; padding: .3rem .6rem; text-align: right; vertical-align: bottom }}
      th:first-child, td:first-child {{ text-align: left }}
      figure {{ margin: 1.5rem 0 }} svg {{ max-width: 100%; height: auto }}
      .let-op {{ border-left: .4rem solid #c2570c; padding: .2rem 1rem; background: #fff4ea }}
    </style>
    <h1>Loont werken? Een voorbeeld met {count} huishoudens</h1>
    <p class="let-op"><strong>Deze huishoudens bestaan niet.</strong> Ze zijn verzonnen, en de aandelen waaruit ze zijn gemaakt ook
    (bulk/examples/caseload.py). De bedragen van de wet zijn echt. De pagina laat zien welke vragen aan een eigen bestand te
    stellen zijn; over Rotterdam zegt zij niets.</p>
    <p>Alle huishoudens: een alleenstaande moeder met bijstand, zonder werk, aan wie een baan wordt aangeboden. Kinderopvang groeit
    mee met de uren. Bedragen per maand, volgens de vaste maand van 1 oktober 2026; {refused} huishoudens zijn geweigerd.</p>

    <h2>1. Wie houdt bijna niets over?</h2>
    <p>Van elke euro netto loon die erbij komt, gaat een deel af aan bijstand, opvang en reiskosten. Wie minder dan 5% overhoudt, gaat
    er zo goed als niet op vooruit. <strong>Bij 20 uur is dat {at_20}% van de huishoudens.</strong></p>
    {shares}
    {care}
    {curve}
    {nothing}

    <h2>2. Waar zijn de grootste dalingen, en waardoor?</h2>
    <p>Soms houdt iemand met méér uren minder over. Van elk huishouden staat hier de grootste van die dalingen, tussen 0 en 40 uur,
    en het bedrag dat daarin het meest zakt (kosten die stijgen tellen mee). <strong>Het vaakst is dat: {first_cause}
    ({first_share}%).</strong></p>
    {falls}
    {where}

    <h2>3. En met een andere vrijlating?</h2>
    <p>Het scenario verandert alleen deze bedragen: <code>{scenario}</code>. Dat is geen wet en geen voorstel.
    <strong>Bij 20 uur houdt dan {tried_20}% bijna niets over, in plaats van {at_20}%.</strong></p>
    {tried}

    <p>Gemaakt met rekenhulp {version}. Wat zij niet berekent, staat in het contract (<code>niet_berekend</code>).</p>
    </html>
""")


def main():
    source, target = sys.argv[1], Path(sys.argv[2])
    con = duckdb.connect()
    con.execute("create table households as from read_parquet(?)", [source])
    con.execute(
        """create table care as select id, list_sum([len(kind.opvang) for kind in huishouden.kinderen]) as zorg
        from households"""
    )
    answers(con, "published", None)
    answers(con, "tried", SCENARIO)
    target.write_text(page(con), encoding="utf-8")
    print(f"{target}: {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
