"""Kills `partnerline ingest` at random moments, and compares what it ends as with a run that nobody killed.

`python -m scripts.kill_ingest --times 200`: a working copy of a library, which is changed between kills, and one home.
The killed process is a fork of one that has imported the program and opened nothing: it runs the same command, on files,
database and vectors of its own opening, and dies by -9. Every few kills a run is let come to its end, and all that the
index then holds is compared with a fresh home's. Between, a reader looks, and must see whole documents only. Exit code 1
where anything differs.
"""

import argparse
import logging
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

# No library may have a thread when the program forks: these start some as they are imported.
os.environ.update(OPENBLAS_NUM_THREADS="1", ORT_DISABLE_TELEMETRY="1")

from scripts.kill_child import Child, Stages, in_child, program
from scripts.kill_library import Versions, WorkingLibrary
from scripts.kill_state import State, differences, half_seen, state_of


def main() -> int:
    """Runs the experiment and prints its summary."""
    options = _options()
    # The files that are unreadable on purpose are no news here.
    logging.getLogger("partnerline").addHandler(logging.NullHandler())
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        chance = random.Random(options.seed)
        (root := Path(folder) / "library").mkdir()
        library = WorkingLibrary(options.library, root, chance, files=options.files)
        experiment = Experiment(folder=Path(folder), library=library, chance=chance)
        began = time.monotonic()
        experiment.measure()
        while experiment.kills < options.times:
            experiment.attempt()
            if experiment.tries % options.look_every == 0:
                experiment.look()
            if experiment.tries % options.complete_every == 0:
                experiment.complete()
        experiment.complete(real=True)
        return _summary(experiment, time.monotonic() - began, options.seed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=200, help="how often to kill")
    parser.add_argument("--seed", type=int, default=1, help="of moments and changes")
    parser.add_argument("--library", type=Path, default=Path("library"), help="what to copy from")
    parser.add_argument("--files", type=int, default=8, help="files to begin with")
    parser.add_argument("--look-every", type=int, default=4, help="tries between a reader's looks")
    parser.add_argument("--complete-every", type=int, default=10, help="tries between whole runs")
    return parser.parse_args()


@dataclass(kw_only=True)
class Experiment:
    """One home that is written by processes that are killed."""

    folder: Path
    library: WorkingLibrary
    chance: random.Random
    stages: Stages = field(default_factory=Stages)
    tries: int = 0
    anew: int = 0
    looks: int = 0
    compared: Counter[str] = field(default_factory=Counter)
    landed: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.home = self.folder / "home"
        self._whole: list[float] = []
        self._writing: list[float] = []
        self._versions = Versions(self.library.root)

    @property
    def kills(self) -> int:
        """How many processes were alive when they were killed."""
        return self.landed.total()

    def measure(self) -> None:
        """Lets whole runs of fresh homes say how long one takes, from its start and from its first write."""
        for _ in range(2):
            self._unkilled()

    def attempt(self) -> None:
        """Changes something, starts a run, and kills it."""
        self.tries += 1
        if self.chance.random() < 0.2:
            shutil.rmtree(self.home, ignore_errors=True)
            self._versions.begin_anew()
            self.anew += 1
        for _ in range(self.chance.choice((1, 2, 3, 4, 5))):
            self.library.change()
        self._versions.look()
        child = self._run(self.home)
        # Half of the moments are anywhere in a run; half are in its last part, where it writes.
        if self.chance.random() < 0.5:
            time.sleep(self.chance.uniform(0, statistics.median(self._whole)))
        elif self.stages.until_first_write(child):
            time.sleep(self.chance.uniform(0, statistics.median(self._writing)))
        stage = self.stages.now()
        if child.kill():
            self.landed[stage] += 1
        elif child.code != 0:
            self.faults.append(f"try {self.tries}: a run ended with {child.code} {child.said()}")
        if sys.stderr.isatty():
            print(f"\r{self.kills} kills", end="", file=sys.stderr)

    def look(self) -> None:
        """What a reader sees now is whole."""
        self.looks += 1
        state = in_child(lambda: state_of(self.home))
        self._note(half_seen(state, self._versions), "a reader's look")

    def complete(self, *, real: bool = False) -> None:
        """Lets a run come to its end, and compares; `real` starts the installed program rather than a fork."""
        if real:
            code, said = program(self.home, self.library.root)
        else:
            child = self._run(self.home)
            code, said = child.wait(), child.said()
        if code != 0:
            self.faults.append(f"after try {self.tries}: a whole run ended with {code} {said}")
        self._versions.settle()
        state, wanted = in_child(lambda: state_of(self.home)), self._unkilled(real=real)
        self._count(wanted)
        self._note(differences(state, wanted), "the end state")
        self._note(half_seen(state, self._versions), "the end state, read")

    def _unkilled(self, *, real: bool = False) -> State | None:
        """The state of a fresh home that nobody disturbed."""
        fresh = self.folder / "fresh"
        if real:
            program(fresh, self.library.root)
        else:
            child = self._run(fresh)
            child.wait()
            self._whole.append(child.seconds)
            self._writing.append(child.began + child.seconds - self.stages.first_write())
        state = in_child(lambda: state_of(fresh))
        shutil.rmtree(fresh)
        return state

    def _run(self, home: Path) -> Child:
        self.stages.begin()
        return Child(home, self.library.root)

    def _count(self, state: State | None) -> None:
        self.compared["states"] += 1
        for name in ("documents", "passages", "prices", "vectors") if state else ():
            self.compared[name] += len(getattr(state, name))

    def _note(self, faults: list[str], where: str) -> None:
        self.faults += [f"after try {self.tries}, {where}: {fault}" for fault in faults]

    def changes(self) -> str:
        """What was changed, and how often."""
        return _counts(self.library.changes)

    def whole_run(self) -> tuple[float, float]:
        """Median seconds of a whole run, and of its part from the first write on."""
        return statistics.median(self._whole), statistics.median(self._writing)


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{n} {name}" for name, n in counter.most_common())


def _summary(done: Experiment, seconds: float, seed: int) -> int:
    at_work = done.kills - done.landed["starting"]
    whole, writing = done.whole_run()
    compared = ", ".join(f"{n:,} {name}" for name, n in done.compared.items() if name != "states")
    print(
        f"\n{done.kills} kills in {seconds:.0f} s (seed {seed}; a whole run takes {whole:.2f} s, {writing:.2f} s of it "
        f"from its first write on); {done.tries - done.kills} more runs ended before their kill\n"
        f"landed during work: {at_work} ({_counts(done.landed)})\n"
        f"between kills: {done.changes()}; {done.anew} times a home begun anew\n"
        f"readers' looks: {done.looks}; end states compared with an unkilled run: {done.compared['states']} ({compared})\n"
        f"differences: {len(done.faults)}"
    )
    for fault in done.faults[:40]:
        print(f"  {fault}")
    return 1 if done.faults else 0


if __name__ == "__main__":
    sys.exit(main())
