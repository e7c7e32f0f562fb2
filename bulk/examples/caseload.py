"""A made-up caseload of single mothers on bijstand, as a file of columns (Parquet).

    python bulk/examples/caseload.py 35000 households.parquet

**Nobody in it exists, and no figure of it was counted anywhere.** The shares below are invented so that every part of the
calculation is met by enough households to be seen; they say nothing about Rotterdam. Who has a real caseload replaces this
file by it. The same number makes the same file every time.
"""

import sys
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import rekenhulp

SEED = 2026
PEILDATUM = date(2026, 10, 1)

# All of these are invented: what, and how many of a hundred.
AGES = {(18, 20): 2, (21, 26): 14, (27, 34): 33, (35, 44): 34, (45, 59): 16, (60, 64): 1}
CHILDREN = {1: 52, 2: 32, 3: 12, 4: 4}
DEBTS = {None: 62, "beslag": 20, "schuldregeling": 18}
SAVINGS = {(0, 500): 75, (500, 3_000): 20, (3_000, 7_500): 5}
RENTS = {None: 4, (480, 600): 36, (600, 720): 50, (720, 900): 10}
HOURS_OFFERED = {12: 15, 16: 20, 20: 25, 24: 20, 28: 12, 32: 8}
# Euros an hour: what cleaning, shops and care pay, from little above the minimum wage on.
WAGES = {(15, 16): 55, (16, 18): 33, (18, 21): 12}
TRAVEL = {(0, 0): 55, (30, 80): 30, (80, 140): 15}
# Of the disregard for single parents and the one before it: months already used.
MONTHS_USED = {(0, 0): 70, (3, 0): 8, (6, 0): 8, (6, 12): 7, (6, 30): 7}
# Which children of these ages would go to care, how many of a hundred, and for how many hours a month with a job of 20 hours.
CARE = {"dagopvang": (0, 3, 92, (80, 130)), "bso": (4, 11, 62, (25, 65))}
PRICES = {"dagopvang": (1095, 1290), "bso": (985, 1140)}


def one_of(random, shares):
    return random.choices(list(shares), weights=list(shares.values()))[0]


def within(random, bounds):
    """A number of cents between two numbers of euros."""
    low, high = bounds
    return Decimal(random.randint(low * 100, high * 100)) / 100


def born(random, years):
    """A day of birth of somebody of so many years."""
    latest = PEILDATUM.replace(year=PEILDATUM.year - years)
    return latest - timedelta(days=random.randint(0, 364))


def child(random, oldest, hours_of_work):
    years = random.randint(0, oldest)
    care = []
    for kind, (youngest, eldest, share, hours) in CARE.items():
        if youngest <= years <= eldest and random.randrange(100) < share:
            price = Decimal(random.randint(*PRICES[kind])) / 100
            month = Decimal(random.randint(*hours) * hours_of_work // 20)
            care.append({"soort": kind, "uren_per_maand": month, "uurprijs": price})
    return {"geboren": born(random, years), "opvang": care}


def household(random, number):
    years = random.randint(*one_of(random, AGES))
    oldest = min(17, years - 17)
    rent, debts = one_of(random, RENTS), one_of(random, DEBTS)
    used_n, used_r = one_of(random, MONTHS_USED)
    work = one_of(random, HOURS_OFFERED)
    children = [child(random, oldest, work) for _ in range(one_of(random, CHILDREN))]
    return {
        "id": number,
        "peildatum": PEILDATUM,
        "huishouden": {
            "geboren": born(random, years),
            "kinderen": children,
            "kale_huur": within(random, rent) if rent else None,
            "vermogen": within(random, one_of(random, SAVINGS)),
        },
        "bijstand": {
            "beroep_op_ouders": random.random() < 0.3 if years < 21 else None,
            "vrijlating_n_maanden": used_n,
            "vrijlating_r_maanden": used_r,
        },
        "baan": {
            "uren_per_week": Decimal(work),
            "uurloon": within(random, one_of(random, WAGES)),
            "reiskosten": within(random, one_of(random, TRAVEL)),
        },
        "opvang_schaalt": "naar_uren",
        "schulden": {"soort": debts} if debts else None,
    }


def main():
    count, file = int(sys.argv[1]), sys.argv[2]
    random = Random(SEED)
    rows = (household(random, number) for number in range(1, count + 1))
    schema = rekenhulp.schema("situatie")
    # Only the columns that are used: what is missing takes its default.
    used = ["id", "peildatum", "huishouden", "bijstand", "baan", "opvang_schaalt", "schulden"]
    schema = pa.schema([schema.field(name) for name in used])
    pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), file)
    print(f"{count} made-up households in {file}")


if __name__ == "__main__":
    main()
