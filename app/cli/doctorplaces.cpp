// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the doctor that looks at this computer: folders, free space, fonts.
#include "app/cli/doctor.h"

#include "app/paths.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

using State = DoctorCheck::State;

constexpr qint64 kLittleSpace = qint64(1) << 30; // a large result spills to the disk
constexpr qint64 kNoSpace = qint64(100) << 20;

DoctorCheck folderCheck(const QString& folder)
{
    DoctorCheck check{
        u"folder"_s, State::Ok, folder, Doctor::tr("can be written"), {}, {}, {}, {}, {}};
    QTemporaryFile probe(folder + u"/.doctor-XXXXXX"_s);
    if (makePrivateFolder(folder) && probe.open() && probe.write("x") == 1 && probe.flush())
        return check;
    check.state = State::Problem;
    check.text = Doctor::tr("cannot be written");
    check.detail = probe.errorString();
    check.hint
        = Doctor::tr("Drafts, history and settings live here. Check its owner and the disk.");
    return check;
}

DoctorCheck diskCheck(const QString& folder)
{
    const QStorageInfo disk(folder);
    const qint64 free = disk.bytesAvailable();
    DoctorCheck check{u"disk"_s, State::Ok, disk.rootPath(),
        Doctor::tr("%1 MB free").arg(free >> 20), {}, {}, {}, {}, {}};
    if (free < kLittleSpace) {
        check.state = free < kNoSpace ? State::Problem : State::Warning;
        check.hint = Doctor::tr("Large results stop early, and drafts may not be saved.");
    }
    return check;
}

// Asked of fontconfig by process: a QFontDatabase needs a display.
// `family`: what the window would use of several.
DoctorCheck languageFontCheck(
    const QString& language, const QString& family, const QString& package)
{
    DoctorCheck check{u"fonts"_s, State::Ok, language, {}, {}, {}, {}, {}, {}};
    const QString program = QStandardPaths::findExecutable(u"fc-list"_s);
    QProcess list;
    if (!program.isEmpty())
        list.start(program, {u":lang="_s + language, u"family"_s}, QIODevice::ReadOnly);
    if (program.isEmpty() || !list.waitForFinished(10'000)) {
        check.state = State::Skipped;
        check.text = Doctor::tr("fontconfig does not answer");
        return check;
    }
    QStringList families;
    const QStringList lines
        = QString::fromUtf8(list.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines)
        families += line.section(u',', 0, 0).trimmed();
    families.sort();
    check.text = families.contains(family) ? family : families.value(0);
    if (families.isEmpty()) {
        check.state = State::Warning;
        check.text = Doctor::tr("no font for this language");
        check.hint = Doctor::tr("Install the package %1.").arg(package);
    }
    return check;
}

} // namespace

QList<DoctorCheck> checkPlacesNow(const QStringList& folders)
{
    QList<DoctorCheck> checks;
    QStringList disks;
    for (const QString& folder : folders) {
        checks.append(folderCheck(folder));
        const DoctorCheck disk = diskCheck(folder);
        if (!disks.contains(disk.subject))
            checks.append(disk);
        disks.append(disk.subject);
    }
    checks.append(languageFontCheck(u"zh-tw"_s, u"Noto Sans CJK TC"_s, u"fonts-noto-cjk"_s));
    checks.append(languageFontCheck(u"ko"_s, u"Noto Sans CJK KR"_s, u"fonts-noto-cjk"_s));
    return checks;
}

} // namespace pilothouse::app
