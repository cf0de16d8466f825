// SPDX-License-Identifier: GPL-3.0-or-later
// The answers are lines: "file PATH", its text as base64, "."; at the end "done", or "changed
// PATH", "odd PATH", "failed WORDS".
#include "pipelines/deploy/sshscripts.h"

#include <cerrno>
#include <optional>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray enter(const QByteArray& folder)
{
    return "cd " + shellWord(folder) + " 2>/dev/null || { echo nofolder; return; }\n";
}

QByteArray word(const QString& path)
{
    return shellWord(path.toUtf8());
}

// The text of lines of 76 signs, as base64 writes them.
QByteArray encoded(const QByteArray& text)
{
    const QByteArray all = text.toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < all.size(); at += 76)
        lines += all.mid(at, 76) + '\n';
    return lines;
}

tl::unexpected<Error> broken()
{
    return fail(Error::Kind::Protocol, {}, {},
        PH_TEXT("pipelines", "The connection broke before the answer was whole."));
}

// Errors both scripts can answer with; none: it is no error.
std::optional<Error> refusal(const QByteArray& line)
{
    const QString rest = QString::fromUtf8(line.mid(line.indexOf(' ') + 1));
    if (line == "nofolder")
        return folderError(ENOENT, {});
    if (line.startsWith("changed "))
        return changedMeanwhile(rest);
    if (line.startsWith("odd "))
        return Error{Error::Kind::Refused, {}, rest,
            PH_TEXT("pipelines", "This is no ordinary file, so it stays as it is."), {}};
    if (!line.startsWith("failed "))
        return {};
    if (rest.contains("No space left"_L1) || rest.contains("quota"_L1))
        return Error{Error::Kind::Refused, {}, rest, PH_TEXT("pipelines", "The disk is full."), {}};
    if (rest.contains("Read-only"_L1) || rest.contains("ermission denied"_L1))
        return Error{Error::Kind::Auth, {}, rest,
            PH_TEXT("pipelines", "Your account may not write there."), {}};
    return Error{Error::Kind::Refused, {}, rest, {}, {}};
}

// s: a folder with the new (n…) and the old files (o…); what was done is undone from its end.
constexpr char kWriteStart[] = R"sh(umask 022
undo=:
quit() { eval "$undo"; rm -rf "$s"; printf '%s\n' "$1"; }
try() {
  err=$("$@" 2>&1 >/dev/null) || { quit "failed $(printf %s "$err" | tr '\n' ' ')"; return 1; }
}
arrived() {
  h=$(sha256sum < "$s/n$1")
  [ "${h%% *}" = "$2" ] || { quit "failed No space left"; return 1; }
}
same() {
  if [ -L "$1" ] || { [ -e "$1" ] && [ ! -f "$1" ]; }; then quit "odd $1"; return 1; fi
  if [ -f "$1" ]; then h=$(sha256sum < "$1"); h=${h%% *}; else h=none; fi
  [ "$h" = "$2" ] || { quit "changed $1"; return 1; }
}
put() {
  if [ -f "$2" ]; then
    try cp -p "$2" "$s/o$1" || return 1
    try cp -p "$2" "$s/p$1" || return 1
    cat "$s/n$1" > "$s/p$1" 2>/dev/null || { quit "failed No space left"; return 1; }
    undo="mv -f \"$s/o$1\" \"\$f$1\"; $undo"
    try mv -f "$s/p$1" "$2"
  else
    undo="rm -f \"\$f$1\"; $undo"
    try mv "$s/n$1" "$2"
  fi
}
drop() {
  [ -f "$2" ] || return 0
  undo="mv \"$s/o$1\" \"\$f$1\"; $undo"
  try mv "$2" "$s/o$1" || return 1
  rmdir -p "$(dirname "$2")" 2>/dev/null
  return 0
}
main() {
)sh";
constexpr char kWriteStage[] = R"sh(trap '' HUP PIPE
s=$(mktemp -d ./.pilothouse-XXXXXX 2>/dev/null) || {
  printf 'failed %s\n' "$(mktemp -d ./.pilothouse-XXXXXX 2>&1)"; return; }
)sh";

} // namespace

QByteArray shellWord(const QByteArray& text)
{
    QByteArray quoted = text;
    return '\'' + quoted.replace('\'', "'\\''") + '\'';
}

QByteArray lookScript(const QByteArray& folder, const LookRequest& request)
{
    QByteArray script = R"(emit() {
  if [ -L "$1" ]; then printf 'odd %s\n' "$1"
  elif [ -f "$1" ]; then printf 'file %s\n' "$1"; base64 < "$1"; echo .
  elif [ -e "$1" ]; then printf 'odd %s\n' "$1"; fi
}
main() {
)" + enter(folder);
    for (const QString& path : request.paths)
        if (isPlainPath(path))
            script += "emit " + word(path) + '\n';
    if (!request.mark.isEmpty())
        script += "grep -rlF -e " + shellWord(request.mark) + R"( . 2>/dev/null |
while IFS= read -r p; do p=${p#./}
  case "/$p" in */.*|*.pyc) ;; *) emit "$p";; esac
done
)";
    return script + "echo done\n}\nmain\n";
}

Result<FileTexts> readLookAnswer(const QByteArray& answer)
{
    FileTexts files;
    QString path;
    QByteArray text;
    bool inside = false;
    const QList<QByteArray> lines = answer.split('\n');
    for (const QByteArray& line : lines) {
        if (inside && line == ".") {
            files[path] = QByteArray::fromBase64(text);
            inside = false;
        } else if (inside) {
            text += line;
        } else if (line.startsWith("file ")) {
            path = QString::fromUtf8(line.mid(5));
            text.clear();
            inside = true;
        } else if (line == "done") {
            return files;
        } else if (const auto error = refusal(line)) {
            return tl::unexpected(*error);
        }
    }
    return broken();
}

QByteArray writeScript(const QByteArray& folder, const WriteRequest& request)
{
    QByteArray script = kWriteStart + enter(folder) + kWriteStage;
    QByteArray checks;
    QByteArray puts;
    for (size_t at = 0; at < request.files.size(); ++at) {
        const FileWrite& file = request.files[at];
        const QByteArray number = QByteArray::number(qint64(at));
        const QByteArray path = "\"$f" + number + '"';
        script += 'f' + number + '=' + word(file.path) + '\n';
        if (file.after) {
            const QByteArray hash = contentHash(*file.after);
            script += "base64 -d > \"$s/n" + number + "\" 2>/dev/null <<'END'\n"
                + encoded(*file.after) + "END\narrived " + number + ' ' + hash + " || return\n";
            puts += "try mkdir -p \"$(dirname " + path + ")\" || return\nput " + number + ' ' + path
                + " || return\n";
        } else {
            puts += "drop " + number + ' ' + path + " || return\n";
        }
        checks += "same " + path + ' '
            + (file.before ? contentHash(*file.before) : QByteArray("none")) + " || return\n";
    }
    return script + checks + puts + "rm -rf \"$s\"\necho done\n}\nmain\n";
}

VoidResult readWriteAnswer(const QByteArray& answer)
{
    const QList<QByteArray> lines = answer.split('\n');
    for (const QByteArray& line : lines) {
        if (line == "done")
            return {};
        if (const auto error = refusal(line))
            return tl::unexpected(*error);
    }
    return broken();
}

} // namespace pilothouse::pipelines
