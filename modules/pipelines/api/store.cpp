// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/api/store.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

QString settingPath(Section section, const QString& id, const QString& name)
{
    static const QString words[]{u"params"_s, u"task"_s, u"schedule"_s, u"environment"_s};
    return words[size_t(section)] + u'/' + id + u'/' + name;
}

QString edgePath(const Edge& edge)
{
    return u"edge/"_s + edge.from + u':' + edge.fromPort + u'/' + edge.to + u':' + edge.toPort;
}

} // namespace pilothouse::pipelines
