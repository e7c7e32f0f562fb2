"""Holds a program against the set: python3 run.py COMMAND …"""

import json
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

WORDS = {"tekst", "reden", "toegestaan"}


def difference(found, expected, path=""):
    """Where two values differ first; None when they do not. Our words are left out."""
    if isinstance(expected, dict) and isinstance(found, dict):
        has, should = (sorted(set(value) - WORDS) for value in (found, expected))
        if has != should:
            return f"{path}: has {has}, should have {should}"
        pairs = [(name, found[name], expected[name]) for name in should]
    elif isinstance(expected, list) and isinstance(found, list):
        if len(found) != len(expected):
            return f"{path}: {len(found)} instead of {len(expected)}"
        pairs = [(at, found[at], expected[at]) for at in range(len(expected))]
    else:
        same = type(found) is type(expected) and found == expected
        return None if same else f"{path}: {found!r} instead of {expected!r}"
    for name, inner, should in pairs:
        told = difference(inner, should, f"{path}.{name}" if path else str(name))
        if told:
            return told
    return None


def ask(command, case):
    """What the program answers."""
    options = [word for name, value in case["opties"].items() for word in (f"--{name}", value)]
    asked = [*command, case["vraag"], "--format", "json", *options, "-"]
    done = subprocess.run(asked, input=json.dumps(case["situatie"]), capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return {"uitkomst": json.loads(done.stdout)}
    if done.returncode == 2:
        return {"problemen": json.loads(done.stderr)}
    raise RuntimeError(f"{asked} exits with {done.returncode}: {done.stderr}")


def main(command):
    """Asks all cases, as many at once as there are processors."""
    cases = []
    for file in sorted(pathlib.Path(__file__).parent.glob("*.jsonl")):
        cases += [(file.name, json.loads(line)) for line in file.read_text("utf8").splitlines()]
    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda case: ask(command, case[1]), cases))
    different = 0
    for (file, case), found in zip(cases, answers):
        name = "problemen" if "problemen" in case else "uitkomst"
        told = difference(found, {name: case[name]})
        if told:
            different += 1
            print(f"{file}: {case['naam']}: {told}")
    print(f"{len(cases) - different} the same, {different} different")
    return 1 if different or not cases else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
