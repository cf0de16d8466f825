# SPDX-License-Identifier: GPL-3.0-or-later
"""The same work for several servers at once: each in a thread, after those it waits for."""
import threading


def side_by_side(recipes, work, needs):
    """Calls `work(recipe)` for each. The first failure is raised once all have ended; what waits for
    a failed one is not begun."""
    ended = {recipe.NAME: threading.Event() for recipe in recipes}
    done, failures = set(), []

    def run(recipe):
        try:
            wanted = [name for name in needs(recipe) if name in ended]
            for name in wanted:
                ended[name].wait()
            if done.issuperset(wanted):
                work(recipe)
                done.add(recipe.NAME)
        except BaseException as failure:  # whatever it is, it is raised below
            failures.append(failure)
        finally:
            ended[recipe.NAME].set()

    if len(recipes) == 1:
        return work(recipes[0])
    # Ctrl+C ends the program; it waits for none of these.
    threads = [threading.Thread(target=run, args=(recipe,), daemon=True) for recipe in recipes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return None
