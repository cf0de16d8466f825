# SPDX-License-Identifier: GPL-3.0-or-later
"""Java servers: their archives come by Maven once and are kept in the cache folder.

A server's `pom.xml` (or the ARTIFACT of its recipe) says what to fetch, its `jars.lock` (as
sha256sum writes it) what must have come, no more and no less. Archives are unpacked.
"""
import fcntl
import glob
import hashlib
import os
import re
import shutil
import subprocess
import tarfile

from .environment import COMPLETE, cache_folder
from .report import SandboxError

PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:2.8"
PACKAGE = "openjdk-17-jre-headless|openjdk-21-jre-headless"
OLDEST_JAVA = 17
# How Maven says that it reached no server at all.
UNREACHABLE = ("Unknown host", "UnknownHostException", "Connection refused", "Connect timed out",
               "Temporary failure in name resolution", "No route to host", "Network is unreachable")


def java():
    """Debian's newest Java that is new enough, whatever /usr/bin/java points at."""
    found = {}
    for path in glob.glob("/usr/lib/jvm/java-*-openjdk*/bin/java"):
        number = int(re.search(r"java-[\d.]*?(\d+)-openjdk", path).group(1))
        if number >= OLDEST_JAVA:
            found[number] = path
    return found[max(found)] if found else ""


def needed(recipe):
    return os.path.exists(_lock_file(recipe))


def path(recipe):
    """One folder per lock file."""
    with open(_lock_file(recipe), "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return os.path.join(cache_folder(), f"{recipe.NAME}-jars-{digest[:12]}")


def ready(recipe):
    return os.path.exists(os.path.join(path(recipe), COMPLETE))


def missing(recipe):
    """Packages; Maven is needed only to fetch."""
    packages = [] if java() else [PACKAGE]
    if not ready(recipe) and not shutil.which("mvn"):
        packages.append("maven")
    return packages


def ensure(recipe, progress):
    """Fetches the archives unless they are there; two drivers at once fetch them once."""
    if ready(recipe):
        return
    target = path(recipe)
    os.makedirs(os.path.dirname(target), mode=0o755, exist_ok=True)
    with open(f"{target}.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready(recipe):
            # Whatever an interrupted installation left.
            shutil.rmtree(target, ignore_errors=True)
            os.makedirs(target, mode=0o755)
            os.chmod(target, 0o755)
            try:
                _fetch(recipe, target, progress)
                _check(recipe, target)
                _unpack(target)
            except BaseException:
                shutil.rmtree(target, ignore_errors=True)
                raise
            with open(os.path.join(target, COMPLETE), "w", encoding="utf-8"):
                pass


def _lock_file(recipe):
    return os.path.join(recipe.FOLDER, "jars.lock")


def _expected(recipe):
    """File name → checksum."""
    with open(_lock_file(recipe), encoding="utf-8") as file:
        return {name: digest for digest, name in (line.split() for line in file)}


def _fetch(recipe, target, progress):
    names = set(_expected(recipe))
    progress(0, f"asking Maven for {recipe.TITLE}")
    # Maven's own settings (mirrors, proxies, its local repository) stay in force.
    # -U: Maven remembers for a day that a repository could not be reached.
    command = ["mvn", "-B", "-U", "-Dstyle.color=never", f"-DoutputDirectory={target}"]
    artifact = getattr(recipe, "ARTIFACT", "")
    if artifact:
        command += [f"{PLUGIN}:copy", f"-Dartifact={artifact}"]
    else:
        command += ["-f", os.path.join(recipe.FOLDER, "pom.xml"), f"{PLUGIN}:copy-dependencies",
                    "-DincludeScope=runtime"]
    lines, have = [], set()
    # In that folder, so that no pom.xml of somebody else's is read.
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
                          stderr=subprocess.STDOUT, umask=0o022, cwd=target) as maven:
        for line in maven.stdout:
            lines = (lines + [line.strip()])[-60:]
            word = re.match(r"\[INFO\] Download(?:ing|ed) from \S+: \S*/(\S+)", line)
            if not word:
                continue
            if line.startswith("[INFO] Downloaded") and word.group(1) in names:
                have.add(word.group(1))
            progress(95 * len(have) / len(names), "downloading " + word.group(1))
    if maven.returncode != 0:
        _fail(recipe, lines)


def _fail(recipe, lines):
    text = "\n".join(lines)
    if any(word in text for word in UNREACHABLE):
        raise SandboxError(f"{recipe.TITLE} needs Java archives, and no Maven repository could be "
                           "reached", "check the network and ~/.m2/settings.xml", recipe.NAME)
    errors = [line for line in lines if line.startswith("[ERROR]")] or lines[-3:]
    raise SandboxError("Maven: " + " ".join(errors)[:400], "", recipe.NAME)


def _check(recipe, target):
    expected, found = _expected(recipe), {}
    for name in os.listdir(target):
        with open(os.path.join(target, name), "rb") as file:
            found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    wrong = sorted(name for name in expected.keys() | found.keys()
                   if expected.get(name) != found.get(name))
    if wrong:
        raise SandboxError(f"what came for {recipe.TITLE} is not what its lock file names: "
                           + ", ".join(wrong[:5]), _lock_file(recipe), recipe.NAME)


def _unpack(target):
    for archive in glob.glob(os.path.join(target, "*.tar.gz")):
        with tarfile.open(archive) as file:
            file.extractall(target)  # its checksum is ours
        os.unlink(archive)
    # Other accounts run it as well.
    for root, _, names in os.walk(target):
        os.chmod(root, 0o755)
        for name in names:
            os.chmod(os.path.join(root, name), 0o644)
