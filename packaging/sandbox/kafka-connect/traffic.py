# SPDX-License-Identifier: GPL-3.0-or-later
"""The tills of the shop: a sale every second or two, as a line of text. Usage: traffic.py FILE"""
import random
import sys
import time

CHANCE = random.Random()


def main():
    number = int(time.time())
    while True:
        number += 1
        with open(sys.argv[1], "a", encoding="utf-8") as file:
            file.write(f"till-{CHANCE.randrange(7)} {number:06d} sale "
                       f"{CHANCE.randrange(100, 9000) / 100:.2f} TWD\n")
        time.sleep(1 + CHANCE.random())


if __name__ == "__main__":
    main()
