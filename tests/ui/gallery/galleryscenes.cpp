// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/gallerypages.h"

#include "ui/controls/panelheader.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/states/notificationlist.h"
#include "ui/states/stateframe.h"
#include "ui/states/toaststack.h"
#include "ui/theme/theme.h"

#include <QtCore/QTimer>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeWidget>

namespace pilothouse::gallery
{

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

ErrorInfo brokenBroker()
{
    return {u"Broker kafka-2 does not answer"_s,
        u"TimeoutException: no metadata in 5.0 s\nbroker: kafka-2.harborline.internal:9092"_s, 4,
        20000,
        {{Glyph::Error, u"14:04:59"_s, u"try 3"_s, u"timeout after 5.0 s"_s},
            {Glyph::Error, u"14:04:50"_s, u"try 2"_s, u"timeout after 5.0 s"_s},
            {Glyph::Error, u"14:04:43"_s, u"try 1"_s, u"timeout after 5.0 s"_s},
            {Glyph::Ok, u"14:04:38"_s, {}, u"last good answer, 11 ms"_s}},
        {{u"Is the broker process running?"_s, u"systemctl status kafka"_s},
            {u"Can this computer reach the port?"_s, u"nc -vz kafka-2.harborline.internal 9092"_s},
            {u"Is the disk of kafka-2 full?"_s, u"df -h /var/lib/kafka"_s}},
        u"Partitions led by kafka-2 moved to kafka-1 and kafka-3 at 14:04:52, so producers keep "
        u"working."_s,
        {}, true, {}, {}};
}

QWidget* panel(PanelHeader* header, StateFrame* frame)
{
    auto* box = new QWidget;
    setPlate(box, Token::Surface);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(frame, 1);
    frame->setHeader(header);
    return box;
}

QTreeWidget* topics()
{
    auto* tree = new QTreeWidget;
    tree->setRootIsDecorated(false);
    tree->setHeaderLabels({u"Topic"_s, u"Part."_s, u"In /s"_s, u"Max lag"_s});
    for (const QString& name : {u"shop.orders.v1"_s, u"shop.payments.v1"_s, u"gdelt.gkg.v2"_s})
        new QTreeWidgetItem(tree, {name, u"48"_s, u"8.4k"_s, u"214,612"_s});
    tree->setColumnWidth(0, 260);
    return tree;
}

} // namespace

QWidget* statesPage()
{
    auto* page = new QWidget;
    setPlate(page, Token::Line);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(1);
    auto* stale = new StateFrame;
    stale->setContent(topics());
    auto* staleHeader = new PanelHeader(u"Topics"_s);
    staleHeader->setSubtitle(u"kafka-prod"_s);
    grid->addWidget(panel(staleHeader, stale), 0, 0);
    stale->showStale(
        {u"14:04:38"_s, u"Last known values. They are kept until the broker answers."_s, {}, {}});
    auto* error = new StateFrame;
    auto* errorHeader = new PanelHeader(u"shop.orders.v1"_s);
    errorHeader->setGlyph(Glyph::Error);
    errorHeader->setSubtitle(u"Lag"_s);
    grid->addWidget(panel(errorHeader, error), 0, 1);
    error->showError(brokenBroker());
    auto* loading = new StateFrame;
    grid->addWidget(panel(new PanelHeader(u"Consumer groups"_s), loading), 1, 0);
    loading->showLoading({u"asking kafka-1"_s, 7, 22});
    auto* empty = new StateFrame;
    grid->addWidget(panel(new PanelHeader(u"Live tail"_s), empty), 1, 1);
    empty->showEmpty({u"waves"_s, u"No message matches this filter"_s,
        u"0 of 61,204 messages in the last 10 min. Most common country: TW, KR, IE."_s,
        {{u"clear"_s, u"Clear filter"_s, {}, {}, false},
            {u"wider"_s, u"Search last 24 h"_s, u"clock"_s, {}, false},
            {u"produce"_s, u"Produce a test message"_s, u"upload"_s, {}, false}}});
    grid->setColumnStretch(0, 54);
    grid->setColumnStretch(1, 80);
    grid->setRowStretch(0, 5);
    grid->setRowStretch(1, 4);
    auto* list = new NotificationList(page);
    auto* stack = new ToastStack(page, *list, 28);
    stack->notify({u"kafka:Timeout"_s, ToastKind::Problem, u"Kafka connection lost"_s,
        u"kafka-2, 3 panels show older values"_s, u"show"_s, u"Show"_s, true});
    return page;
}

QWidget* confirmPage()
{
    QWidget* page = componentsPage();
    QTimer::singleShot(100, page, [page] {
        ConfirmRequest request;
        request.environment = Token::EnvProduction;
        request.environmentName = u"Production"_s;
        request.target = u"harborline-prod, warehouse"_s;
        request.user = u"as mei.lin"_s;
        request.question = u"Delete all rows of gold.stg_fct_orders?"_s;
        request.consequence
            = u"This cannot be undone. The newest backup is from 13:00 and lacks 1,023,118 rows."_s;
        request.effects = {{u"table"_s, u"Rows deleted"_s, u"1,023,118"_s},
            {u"bucket"_s, u"Space freed"_s, u"412 MB"_s},
            {u"share"_s, u"load_fct_orders reads it, next try 14:09"_s, u"Airflow"_s},
            {u"view"_s, u"v_open_orders becomes empty"_s, u"1 view"_s}};
        request.statement = u"TRUNCATE TABLE gold.stg_fct_orders RESTART IDENTITY"_s;
        request.backupText = u"Back up first"_s;
        request.backupDetail = u"412 MB, about 8 s"_s;
        request.typedName = u"stg_fct_orders"_s;
        request.actText = u"Back up and delete rows"_s;
        ConfirmDialog* dialog = ConfirmDialog::ask(request, page);
        dialog->findChild<QLineEdit*>()->setText(u"stg_fct_or"_s);
    });
    return page;
}

} // namespace pilothouse::gallery
