// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryModel: the library as rows: folders with their pipelines, then what only runs on servers;
// filtered, folders open or closed; merged by id, so that selection and scroll survive.
#pragma once

#include "pipelines/panel/library.h"

#include <QAbstractListModel>
#include <QSet>
#include <QTimeZone>

namespace pilothouse::pipelines
{

// "orders tag:gold owner:data state:failed is:broken"; words are found in name, title, owner, tags
// and note.
struct LibraryFilter {
    QStringList words;
    QStringList tags;
    QStringList owners;
    QStringList states; // of the newest run
    bool broken = false; // only what has problems

    static LibraryFilter parse(const QString& text);
    bool isEmpty() const { return *this == LibraryFilter(); }
    bool operator==(const LibraryFilter&) const = default;
};

struct LibraryRow {
    enum class Kind { Folder, Document, Server, Dag };

    Kind kind = Kind::Document;
    QString id;
    QString title;
    QString root, place; // of the folder it is, or is in
    LibraryItem item; // of a document
    ServiceId service; // of a server or DAG; of a document: where it runs
    QString serverTitle;
    QString owner; // of a DAG and a document
    QStringList tags;
    std::optional<workflow::RunInfo> run; // the newest
    bool paused = false;
    bool deployed = false; // a server has a DAG of its name
    int count = 0; // of a folder or server: rows in it
    int depth = 0; // folders in folders
    bool open = true;
    QString problem; // of a folder or server
    bool missing = false; // a folder that is not there
    bool operator==(const LibraryRow&) const = default;

    bool isHeading() const { return kind == Kind::Folder || kind == Kind::Server; }
};

enum class LibraryOrder { Name, LastRun }; // in folders and servers

class LibraryModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryModel)

public:
    enum Role { IdRole = Qt::UserRole, LineRole };
    static constexpr auto kMime = "application/x-pilothouse-pipeline";

    explicit LibraryModel(QObject* parent = nullptr);

    void take(const Library& library);
    void setFilter(const QString& text);
    void setZone(const QTimeZone& zone) { m_zone = zone; }
    void setOrder(LibraryOrder order) { m_order = order; } // from the next take()
    LibraryOrder order() const { return m_order; }
    void toggle(const QString& id); // opens or closes a folder or server
    void setOpen(const QString& id, bool open);
    QStringList closed() const { return QStringList(m_closed.begin(), m_closed.end()); }
    void setClosed(const QStringList& ids);
    void redraw(const QString& id); // its picture came

    const LibraryRow& row(int index) const { return m_rows[size_t(index)]; }
    int indexOf(const QString& id) const; // -1: not shown
    int documents() const { return m_documents; } // shown
    int allDocuments() const { return m_allDocuments; }
    int servers() const { return m_dags; } // DAGs shown that are only there
    int broken() const { return m_broken; }

    // Says which services the sandbox does not start; empty: it starts all.
    static QString missingWords(const QStringList& services);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) override;

Q_SIGNALS:
    void moveAsked(const QString& file, const QString& folder);

private:
    void arrange();
    void merge(std::vector<LibraryRow> wanted);
    bool accepts(const LibraryRow& row) const;
    static QString documentTip(const LibraryItem& item);
    QString line(const LibraryRow& row) const; // below its name
    QString spoken(const LibraryRow& row) const;
    QString ago(const QDateTime& time) const;

    std::vector<LibraryRow> m_all; // headings, each with what is in it behind it
    std::vector<LibraryRow> m_rows;
    QSet<QString> m_closed;
    LibraryFilter m_filter;
    LibraryOrder m_order = LibraryOrder::Name;
    int m_documents = 0;
    int m_allDocuments = 0;
    int m_dags = 0;
    int m_broken = 0;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

// All of a library's rows, none left out. Pure.
std::vector<LibraryRow> libraryRows(const LibraryContent& content,
    const std::map<ServiceId, LibraryServer>& servers, const QString& onlyThere,
    LibraryOrder order = LibraryOrder::Name);

} // namespace pilothouse::pipelines
