// SPDX-License-Identifier: GPL-3.0-or-later
// A file dialog that starts the export itself; the question for the table comes behind it.
#include "database/panel/exportdialog.h"

#include "core/servicehub.h"
#include "database/api/statement.h"
#include "database/panel/exporttask.h"
#include "ui/workbench.h"

#include <QFileInfo>
#include <QInputDialog>
#include <QSettings>
#include <QUrl>

#include <utility>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::CopyFormat;

QString singleTable(const QString& text)
{
    const Statement statement = readStatement(text);
    if (statement.keyword != "SELECT"_L1 || statement.broken)
        return {};
    static const QStringList kSeveral{u"JOIN"_s, u"UNION"_s, u"INTERSECT"_s, u"EXCEPT"_s};
    static const QStringList kBehind{u"WHERE"_s, u"GROUP"_s, u"HAVING"_s, u"WINDOW"_s, u"ORDER"_s,
        u"LIMIT"_s, u"OFFSET"_s, u"FETCH"_s, u"FOR"_s};
    const auto& tokens = statement.tokens;
    const auto word = [&](size_t i) {
        return i < tokens.size() ? statement.text.mid(tokens[i].start, tokens[i].length).toUpper()
                                 : QString();
    };
    const auto isName = [&](size_t i) {
        return i < tokens.size()
            && (tokens[i].kind == SqlToken::Kind::Word
                || tokens[i].kind == SqlToken::Kind::QuotedName);
    };
    int depth = 0;
    size_t from = 0; // 0 is SELECT itself
    bool listed = false; // between FROM and what follows the tables
    for (size_t i = 1; i < tokens.size(); ++i) {
        const QString w = tokens[i].kind == SqlToken::Kind::QuotedName ? QString() : word(i);
        if (w == "("_L1 || w == "["_L1)
            ++depth;
        else if (w == ")"_L1 || w == "]"_L1)
            --depth;
        else if (depth > 0)
            continue;
        else if (w == "FROM"_L1 && word(i - 1) != "DISTINCT"_L1)
            listed = std::exchange(from, i) == 0;
        else if (kBehind.contains(w))
            listed = false;
        else if (kSeveral.contains(w) || (listed && w == ","_L1))
            return {};
    }
    size_t first = from + (word(from + 1) == "ONLY"_L1 ? 2 : 1);
    if (from == 0 || !isName(first))
        return {};
    size_t last = first;
    while (word(last + 1) == "."_L1 && isName(last + 2))
        last += 2;
    if (word(last + 1) == "("_L1) // a function
        return {};
    const qsizetype start = tokens[first].start;
    return statement.text.mid(start, tokens[last].start + tokens[last].length - start);
}

ExportDialog::ExportDialog(ui::Workbench& workbench, const ServiceId& service,
    std::shared_ptr<TableStore> store, const QString& table, QWidget* over)
    : QFileDialog(over, tr("Export the result"), {}, exportFilters())
    , m_workbench(workbench)
    , m_service(service)
    , m_store(std::move(store))
    , m_table(table)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptMode(QFileDialog::AcceptSave);
    const QString folder = m_workbench.settings().value(folderKey()).toString();
    if (!folder.isEmpty() && QFileInfo(folder).isDir())
        setDirectory(folder);
    const auto follow = [this](const QString& filter) {
        setDefaultSuffix(ui::fileSuffix(exportFormat(filter, {})));
    };
    follow(selectedNameFilter());
    connect(this, &QFileDialog::filterSelected, this, follow);
    connect(this, &QFileDialog::fileSelected, this, &ExportDialog::chosen);
}

void ExportDialog::chosen(const QString& file)
{
    m_workbench.settings().setValue(folderKey(), QFileInfo(file).absolutePath());
    const CopyFormat format = exportFormat(selectedNameFilter(), file);
    const auto start
        = [&workbench = m_workbench, store = m_store, format, file](const QString& table) {
              workbench.startTask(
                  makeExportTask(workbench.hub().runtime(), store, format, table.trimmed(), file));
          };
    if (format != CopyFormat::Insert || !m_table.isEmpty()) {
        start(m_table);
        return;
    }
    auto* ask = new QInputDialog(parentWidget()); // this dialog is closing
    ask->setAttribute(Qt::WA_DeleteOnClose);
    ask->setWindowTitle(tr("Export the result"));
    ask->setLabelText(tr("Table of the INSERT statements, as it is written in SQL:"));
    ask->setTextValue(u"result"_s);
    ask->setOkButtonText(tr("Export"));
    connect(ask, &QInputDialog::textValueSelected, ask, start);
    ask->open();
}

// Profiles may be called anything.
QString ExportDialog::folderKey() const
{
    const Service* service = m_workbench.hub().service(m_service);
    const QByteArray profile
        = QUrl::toPercentEncoding(service ? service->config.profile : QString());
    return u"export/folder-"_s % QString::fromLatin1(profile);
}

} // namespace pilothouse::database
