// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/api/ids.h"

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

EntityId dagEntity(const QString& ns, const QString& dag)
{
    return {ns, dag};
}

EntityId taskEntity(const QString& ns, const QString& dag, const QString& task)
{
    return {ns, QString(dag + u'.' + task)};
}

Link runLink(const QString& ns, const RunRef& run)
{
    return {dagEntity(ns, run.dag), {}, QString(u"run:"_s + run.run)};
}

Link taskLink(const QString& ns, const TaskRef& task)
{
    return {taskEntity(ns, task.dag, task.task), {},
        QString(u"task:"_s + task.run + u'/' + QString::number(task.map))};
}

Target targetOf(const Link& link, const QStringList& dags)
{
    Target target;
    const QString& name = link.entity.name;
    for (const QString& dag : dags) {
        const bool whole = name == dag;
        const bool task
            = name.startsWith(dag) && name.size() > dag.size() && name[dag.size()] == u'.';
        if ((whole || task) && dag.size() > target.dag.size())
            target.dag = dag;
    }
    if (target.dag.isEmpty())
        target.dag = name.section(u'.', 0, 0);
    target.task = name.mid(target.dag.size() + 1);
    if (link.view.startsWith("run:"_L1)) {
        target.run = link.view.mid(4);
    } else if (link.view.startsWith("task:"_L1)) {
        const qsizetype slash = link.view.lastIndexOf(u'/');
        bool ok = false;
        const int map = slash < 0 ? -1 : QStringView(link.view).mid(slash + 1).toInt(&ok);
        target.map = ok ? map : -1;
        target.run = link.view.mid(5, slash < 0 ? -1 : slash - 5);
    }
    return target;
}

} // namespace pilothouse::workflow
