"""The wheel, `calc batch` and `calc` say the same: byte for byte in JSON, to the cent in columns."""

import json
from decimal import Decimal

import pytest
import rekenhulp
from conftest import calc

JSON = {
    "month": rekenhulp.month_json,
    "hours": rekenhulp.hours_json,
    "calendar": rekenhulp.calendar_json,
}
SCENARIO = {"inkomensvrijlating.n_maximum": "350", "gemeente.eigen_deel_opvang": "100"}


def written(answer, household, scenario=None):
    """What the wheel answers as a line of `calc batch`."""
    situatie = {name: field for name, field in household.items() if name != "id"}
    head = f'{{"id":{json.dumps(household["id"])},'
    try:
        return head + answer(json.dumps(situatie), scenario=scenario)[1:]
    except rekenhulp.Refused as refused:
        told = json.dumps(refused.problems, ensure_ascii=False, separators=(",", ":"))
        return f'{head}"problemen":{told}}}'


@pytest.fixture(scope="session")
def lines(households):
    """The answers of the command."""
    return {picture: calc(picture, households) for picture in JSON}


@pytest.mark.parametrize("picture", JSON)
def test_json_is_that_of_the_command_byte_for_byte(picture, households, lines):
    for household, line in zip(households, lines[picture], strict=True):
        assert written(JSON[picture], household) == line


@pytest.mark.parametrize("picture", JSON)
def test_json_by_a_scenario_is_that_of_the_command(picture, households, tmp_path):
    some = households[:20]
    file = tmp_path / "scenario.json"
    file.write_text(json.dumps(SCENARIO))
    for household, line in zip(some, calc(picture, some, "--scenario", str(file)), strict=True):
        assert written(JSON[picture], household, SCENARIO) == line
        assert "problemen" in json.loads(line) or json.loads(line)["scenario"] == SCENARIO


def refusals(answers):
    """Of each household its problems, or nothing."""
    return {answer["id"]: answer["problemen"] for answer in answers if "problemen" in answer}


def refused_rows(table):
    """The same of a table; such a household has one row, and no amount in it."""
    rows = [row for row in table.to_pylist() if row["problemen"] is not None]
    for row in rows:
        known = {"id", "scenario", "problemen"}
        assert all(value is None for name, value in row.items() if name not in known), row
    return {row["id"]: row["problemen"] for row in rows}


def check(rows, expected):
    """Rows against what each column should hold, all of them exactly."""
    assert len(rows) == len(expected)
    for row, amounts in zip(rows, expected):
        for name, value in amounts.items():
            found = row[name]
            wanted = Decimal(value) if isinstance(found, Decimal) else value
            assert found == wanted, (row["id"], name, found, value)


def test_columns_of_the_month_hold_its_amounts(table, lines):
    answers = [json.loads(line) for line in lines["month"]]
    found = rekenhulp.month(table)
    assert found["id"].to_pylist() == [answer["id"] for answer in answers]
    assert refused_rows(found) == refusals(answers)

    def of(answer):
        year = answer["per_jaar"]
        return {
            "status": answer["status"],
            **{f"nu_{line}": amount for line, amount in answer["nu"].items()},
            **{f"met_baan_{line}": amount for line, amount in answer["met_baan"].items()},
            "verschil": answer["verschil"]["besteedbaar"],
            "per_gewerkt_uur": answer["per_gewerkt_uur"],
            "volgende_100": answer["volgende_100"],
            "vrijlating_regel": answer["tussen"]["met_baan"]["vrijlating_regel"],
            "besteedbaar_jaar_nu": year["nu"]["besteedbaar_jaar"],
            "besteedbaar_jaar_met_baan": year["met_baan"]["besteedbaar_jaar"],
            "besteedbaar_jaar_met_gemeente_nu": gemeente(answer, "nu"),
            "besteedbaar_jaar_met_gemeente_met_baan": gemeente(answer, "met_baan"),
            "waarschuwingen": [it["code"] for it in answer["waarschuwingen"]],
        }

    def gemeente(answer, situation):
        return (answer["gemeente"]["besteedbaar_jaar_met_gemeente"] or {}).get(situation)

    expected = [of(answer) for answer in answers if "problemen" not in answer]
    rows = [row for row in found.to_pylist() if row["problemen"] is None]
    check(rows, expected)
    assert set(rows[0]) == {"id", "scenario", "problemen", *expected[0]}


def test_columns_of_the_hours_hold_every_point(table, lines):
    answers = [json.loads(line) for line in lines["hours"]]
    found = rekenhulp.hours(table)
    assert refused_rows(found) == refusals(answers)
    expected = [
        {"id": answer["id"], **point}
        for answer in answers
        for point in answer.get("punten", [])
    ]
    rows = [row for row in found.to_pylist() if row["problemen"] is None]
    # What creditors take has no column.
    debts = ("naar_schuldeisers", "over_na_schulden")
    check(rows, [{k: v for k, v in it.items() if k not in debts} for it in expected])


def test_columns_of_the_calendar_hold_every_month(table, lines):
    answers = [json.loads(line) for line in lines["calendar"]]
    found = rekenhulp.calendar(table)
    assert refused_rows(found) == refusals(answers)

    def of(answer, month):
        value = month["waarde"] or {}
        return {
            "id": answer["id"],
            "nummer": month["nummer"],
            "status": month["status"],
            "werk": month["werk"],
            **month["lijnen"],
            **{name: month[name] for name in ("begin", "eind", "nog_terug", "echt_van_haar", "opzij")},
            "laagste": month["laagste"]["bedrag"],
            "nooit_eind": month["nooit"]["eind"],
            "nooit_nog_terug": month["nooit"]["nog_terug"],
            **{f"waarde_{name}": value.get(name) for name in ("nooit", "werkelijk", "verschil")},
            "bijstand_regel": month["bijstand"]["regel"],
            "bijstand_recht": month["bijstand"]["recht"],
            "bijstand_openstaand": month["bijstand"]["openstaand"],
        }

    expected = [of(answer, month) for answer in answers for month in answer.get("maanden", [])]
    rows = [row for row in found.to_pylist() if row["problemen"] is None]
    check(rows, expected)
    dates = [
        (month["maand"], month["laagste"]["datum"])
        for answer in answers
        for month in answer.get("maanden", [])
    ]
    assert [(f"{it['maand']:%Y-%m}", str(it["laagste_datum"])) for it in rows] == dates


def test_a_summary_is_of_the_month_the_hours_and_the_twelve_months(table, lines):
    found = rekenhulp.summary(table).to_pylist()
    refused = refusals(json.loads(line) for line in lines["calendar"])
    triples = zip(*(map(json.loads, lines[picture]) for picture in ("month", "hours", "calendar")))
    expected, rows = [], []
    for row, (month, hours, calendar) in zip(found, triples, strict=True):
        if row["problemen"] is not None:
            # Another picture can refuse too: a curve over the days of a week plan.
            assert row["problemen"] == refused.get(row["id"], row["problemen"])
            assert any("problemen" in answer for answer in (month, hours, calendar))
            continue
        rows.append(row)
        whole = calendar["samenvatting"]
        best = hours["beste_uren"] or {}
        zones = hours["zones"]
        fall = max(zones, key=lambda zone: Decimal(zone["daling"])) if zones else {}
        cause = (fall.get("oorzaken") or [{}])[0]
        expected.append(
            {
                "status": month["status"],
                "nu_besteedbaar": month["nu"]["besteedbaar"],
                "met_baan_netto_loon": month["met_baan"]["netto_loon"],
                "met_baan_kinderopvang_kosten": month["met_baan"]["kinderopvang_kosten"],
                "verschil": month["verschil"]["besteedbaar"],
                "twaalf_maanden": whole["verschil_met_nooit"],
                "twaalf_maanden_per_maand": whole["per_maand"],
                "laagste_saldo": whole["laagste"]["bedrag"],
                "break_even": hours["break_even"],
                "einde_bijstand": hours["einde_bijstand"],
                "beste_uren": best.get("uren"),
                "beste_uren_besteedbaar": best.get("besteedbaar"),
                "daling_van": fall.get("van"),
                "daling_tot": fall.get("tot"),
                "daling": fall.get("daling"),
                "daling_oorzaak": cause.get("regel"),
                "daling_oorzaak_bedrag": cause.get("bedrag"),
            }
        )
    assert len(rows) > len(found) / 2
    check(rows, expected)


@pytest.mark.parametrize("answer", [rekenhulp.month, rekenhulp.hours, rekenhulp.summary])
def test_two_runs_and_more_threads_say_the_same(answer, table):
    some = table.slice(0, 100)
    assert answer(some).equals(answer(some, threads=3))


def test_a_scenario_moves_what_it_is_about_and_marks_every_row(table):
    published, tried = rekenhulp.month(table), rekenhulp.month(table, scenario=SCENARIO)
    assert published["scenario"].null_count == table.num_rows
    assert {json.dumps(json.loads(it)) for it in tried["scenario"].to_pylist()} == {json.dumps(SCENARIO)}
    assert published.drop(["scenario"]).schema.equals(tried.drop(["scenario"]).schema)
    pairs = zip(published.to_pylist(), tried.to_pylist())
    moved = [(old, new) for old, new in pairs if old["met_baan_besteedbaar"] != new["met_baan_besteedbaar"]]
    assert moved
    assert {old["vrijlating_regel"] for old, _ in moved} == {"n"}
    # More of her wage is left out of account: bijstand rises. Only where the wage that counts then falls below 876.39 it can
    # fall: the table of holiday pay that counts beside it takes 20.77 off from there on (art. 11 of the Regeling).
    rise = [new["met_baan_bijstand"] - old["met_baan_bijstand"] for old, new in moved]
    assert all(it > Decimal("-20.77") for it in rise)
    assert sum(it > 0 for it in rise) > 0.9 * len(rise)


@pytest.mark.parametrize(
    ("scenario", "named"),
    [({"x.y": "1"}, "scenario.x.y"), ({"inkomensvrijlating.r_percentage": "300"}, "r_percentage")],
)
def test_a_scenario_that_cannot_be_is_refused_by_name(scenario, named, table):
    with pytest.raises(ValueError, match=named):
        rekenhulp.month(table, scenario=scenario)
