"""How long a map takes to draw, and what it weighs: places of 1917, a region, a country.

    python benchmarks/maps.py                         # part of make bench; needs flashgen[maps]

Each place is drawn in a process of its own, the map data read anew, and again in the same one;
seconds are those of the processor, since others may use the machine, too.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time

PLACES = {
    "Petrograd": (59.94, 30.31, "city"),
    "Kronstadt": (59.99, 29.77, "city"),
    "Pskov": (57.82, 28.33, "city"),
    "Gatchina": (59.57, 30.13, "city"),
    "Pulkovo": (59.77, 30.33, "village"),
    "Paris": (48.86, 2.35, "city"),
    "Ukraine": (49.0, 32.0, "region"),
    "Moscow": (55.76, 37.62, "city"),
    "Mogilev": (53.9, 30.33, "city"),
    "Brest-Litovsk": (52.1, 23.7, "city"),
    "Russia": (58.0, 45.0, "country"),
}


def main() -> None:
    """Print a table."""
    if len(sys.argv) > 1:
        _one(*PLACES[sys.argv[1]])
        return
    print("| | km wide | kB | seconds, alone | after another |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name in PLACES:
        command = [sys.executable, __file__, name]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        print(f"| {name} | {' | '.join(told)} |")


def _one(latitude: float, longitude: float, sort: str) -> None:
    from flashgen.maps.drawing import draw
    from flashgen.mentions import PlaceKind

    times = []
    for _ in range(2):
        start = time.process_time()
        text = draw((latitude, longitude), PlaceKind(sort), 1917)
        times.append(time.process_time() - start)
    km = re.search(r'data-km="(\d+)"', text)
    print(km and km[1], f"{len(text.encode()) / 1000:.1f}", *(f"{each:.2f}" for each in times))


if __name__ == "__main__":
    main()
